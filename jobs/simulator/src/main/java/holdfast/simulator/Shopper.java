package holdfast.simulator;

/**
 * A customer with anything still to come: the next visit, and at most one refund and one answer
 * waiting.
 *
 * <p>Of fixed size whatever the customer has done. Mutable, not thread-safe.
 */
final class Shopper implements Comparable<Shopper> {
    private final Customer customer;
    private final long rank;
    private final RandomStream visits;
    private final RandomStream traffic;

    private long visitMillis;
    private boolean back;
    private boolean greeted;
    private long refundMillis = Customer.NEVER;
    private long refundMinor;
    private long orderedMillis;
    private int refundedNumber;
    private int orderNumber;
    private long answerMillis = Customer.NEVER;
    private int ticketNumber;
    private int messages;
    private int records;

    /**
     * @param rank tells shoppers apart where instants are equal
     */
    Shopper(Customer customer, long rank, RandomStream visits, RandomStream traffic) {
        this.customer = customer;
        this.rank = rank;
        this.visits = visits;
        this.traffic = traffic;
    }

    Customer customer() {
        return customer;
    }

    long rank() {
        return rank;
    }

    /** Draws for what the customer does. */
    RandomStream visits() {
        return visits;
    }

    /** Draws for what becomes of it on the way. */
    RandomStream traffic() {
        return traffic;
    }

    /** The next thing to happen, or {@link Customer#NEVER}. */
    long nextMillis() {
        return Math.min(visitMillis, Math.min(refundMillis, answerMillis));
    }

    boolean isThere(long millis) {
        return millis <= (back ? customer.leftAgainMillis() : customer.leftMillis());
    }

    long visitMillis() {
        return visitMillis;
    }

    /** The first visit of all happens on joining. */
    void visitOnJoining() {
        visitMillis = customer.joinedMillis();
    }

    /** Moves the next visit to somewhere after {@code fromMillis}; a return begins with one. */
    void planVisit(VisitRhythm rhythm, long fromMillis) {
        long untilMillis = back ? customer.leftAgainMillis() : customer.leftMillis();
        double busyness = visits.exponential() / customer.visitsPerDay();
        visitMillis = rhythm.after(fromMillis, busyness, untilMillis);
        if (visitMillis == Customer.NEVER && !back && customer.returns()) {
            back = true;
            visitMillis = customer.returnedMillis();
        }
    }

    /** True once, at the first visit. */
    boolean greet() {
        boolean first = !greeted;
        greeted = true;
        return first;
    }

    long refundMillis() {
        return refundMillis;
    }

    long refundMinor() {
        return refundMinor;
    }

    long orderedMillis() {
        return orderedMillis;
    }

    /** Asks for the last order's refund, unless one is waiting or the customer leaves before. */
    void planRefund(long millis, long ordered, long minor) {
        if (refundMillis == Customer.NEVER && isThere(millis)) {
            refundMillis = millis;
            orderedMillis = ordered;
            refundMinor = minor;
            refundedNumber = orderNumber;
        }
    }

    void refundDone() {
        refundMillis = Customer.NEVER;
    }

    long answerMillis() {
        return answerMillis;
    }

    boolean waitsForAnswer() {
        return answerMillis != Customer.NEVER;
    }

    /** An answer that would come after the customer has left is never sent. */
    void planAnswer(long millis) {
        answerMillis = isThere(millis) ? millis : Customer.NEVER;
    }

    void answerDone() {
        answerMillis = Customer.NEVER;
    }

    String openOrder() {
        orderNumber++;
        return orderId();
    }

    String orderId() {
        return orderId(orderNumber);
    }

    String refundedId() {
        return orderId(refundedNumber);
    }

    String openTicket() {
        ticketNumber++;
        return ticketId();
    }

    String ticketId() {
        return "t" + customer.customerId() + "-" + ticketNumber;
    }

    Heading heading(String event, long timeMillis) {
        messages++;
        String messageId = customer.customerId() + "-" + messages;
        return new Heading(messageId, customer.customerId(), event, timeMillis);
    }

    /** Counts the records made for this shopper. */
    int nextRecord() {
        return records++;
    }

    private String orderId(int number) {
        return "o" + customer.customerId() + "-" + number;
    }

    @Override
    public int compareTo(Shopper other) {
        int byTime = Long.compare(nextMillis(), other.nextMillis());
        return byTime != 0 ? byTime : Long.compare(rank, other.rank);
    }
}
