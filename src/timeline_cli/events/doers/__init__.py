"""Who does what a clause tells: subjects, objects, pronouns, and whom they mean."""
