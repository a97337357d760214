"""From the head of a date to the words of its title, or to the reason why there is none."""
