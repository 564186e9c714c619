package holdfast.core.learning;

/**
 * What can be known at an instant.
 *
 * @param millis nothing after it is known
 */
record Now(TrainingRows rows, Question question, long millis) {}
