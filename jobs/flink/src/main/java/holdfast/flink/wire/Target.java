package holdfast.flink.wire;

/**
 * Where a value that is found goes.
 *
 * @param role what the value means
 * @param rank place in the mapping's order; of several values for a role the lowest rank wins
 * @param millisDigits digits by which a number moves left to become milliseconds: seconds 3, micros
 *     -3
 */
record Target(Role role, int rank, int millisDigits) {}
