package holdfast.simulator;

/** What a simulated record is, and so what ought to become of it. */
public enum Expected {
    /** An event of a customer, on time. */
    GOOD,
    /** An event of a customer that arrives well after its time; it counts all the same. */
    LATE,
    /** The bytes of an earlier record once more. */
    DUPLICATE,
    /** An event without a customer. */
    ANONYMOUS,
    /** Bytes that are no event. */
    BROKEN,
    /** No bytes at all. */
    EMPTY,
    /** An event dated days after its arrival. */
    FUTURE,
    /** An event whose time is in seconds where milliseconds belong. */
    SECONDS,
    /** An order in a currency that is not the shop's. */
    OTHER_CURRENCY;

    /** Whether it is to be folded into its customer. */
    public boolean counts() {
        return this == GOOD || this == LATE;
    }
}
