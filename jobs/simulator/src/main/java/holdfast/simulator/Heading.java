package holdfast.simulator;

/** What every event of a customer says first. */
record Heading(String messageId, String customerId, String event, long timeMillis) {
    /** The same of someone else. */
    Heading of(String otherId) {
        return new Heading(messageId, otherId, event, timeMillis);
    }
}
