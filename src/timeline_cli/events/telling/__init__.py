"""What is told of an act beside its title: who takes part, where, who says so, whether it happened."""
