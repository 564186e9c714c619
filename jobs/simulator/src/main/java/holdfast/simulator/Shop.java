package holdfast.simulator;

import holdfast.core.activity.SourceKind;

/** Plays what customers do when they are due: visits, refunds, answers to their tickets. */
final class Shop {
    private static final long SECOND_MILLIS = 1000;
    private static final long HOUR_MILLIS = 3600 * SECOND_MILLIS;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    private static final int VIEWS_MAX = 10;
    private static final double VIEWS_ANOTHER = .6;
    private static final double CHECKOUT_SHARE = .85;
    private static final double ORDER_SHARE = .9;
    private static final double REFUND_SHARE = .06;
    private static final double PROFILE_SHARE = .01;
    private static final double TICKET_SHARE = .02;

    /** Who is about to leave complains more. */
    private static final double LAST_TICKET_SHARE = .15;

    private static final long LAST_DAYS_MILLIS = 14 * DAY_MILLIS;

    private static final int PRODUCTS = 400;
    private static final long ORDER_MINOR_MAX = 1_000_000_00;

    private final Spending spending;
    private final VisitRhythm rhythm;
    private final EventWriter writer;
    private final Courier courier;

    Shop(SimulationSettings settings, EventWriter writer, Courier courier) {
        this.spending = settings.spending();
        this.rhythm = new VisitRhythm(settings.seed(), settings.bursts());
        this.writer = writer;
        this.courier = courier;
    }

    /** Someone who has been a customer all along comes at some time. */
    void admitResident(Shopper shopper) {
        shopper.greet();
        shopper.planVisit(rhythm, shopper.customer().joinedMillis());
    }

    /** Does the shopper's next thing and plans what follows from it. */
    void act(Shopper shopper) {
        long nowMillis = shopper.nextMillis();
        if (nowMillis == shopper.refundMillis()) {
            refund(shopper);
            return;
        }
        if (nowMillis == shopper.answerMillis()) {
            answer(shopper);
            return;
        }
        long endMillis = visit(shopper);
        shopper.planVisit(rhythm, endMillis);
    }

    private void refund(Shopper shopper) {
        Heading heading = shopper.heading("Order Refunded", shopper.refundMillis());
        byte[] value =
                writer.refund(
                        heading,
                        shopper.refundedId(),
                        shopper.refundMinor(),
                        shopper.orderedMillis());
        courier.send(shopper, SourceKind.TRANSACTION, heading.timeMillis(), value);
        shopper.refundDone();
    }

    private void answer(Shopper shopper) {
        Heading heading = shopper.heading("Ticket Answered", shopper.answerMillis());
        byte[] value = writer.ticket(heading, shopper.ticketId());
        courier.send(shopper, SourceKind.SERVICE, heading.timeMillis(), value);
        shopper.answerDone();
    }

    /** Returns the instant at which the visit ends. */
    private long visit(Shopper shopper) {
        RandomStream draws = shopper.visits();
        long timeMillis = shopper.visitMillis();
        if (shopper.greet() || draws.chance(PROFILE_SHARE)) {
            profile(shopper, timeMillis);
        }
        int views = 0;
        do {
            timeMillis = browse(shopper, "Product Viewed", timeMillis);
            views++;
        } while (views < VIEWS_MAX && draws.chance(VIEWS_ANOTHER));
        if (draws.chance(shopper.customer().orderShare())) {
            timeMillis = buy(shopper, timeMillis);
        }
        if (draws.chance(ticketShare(shopper, timeMillis)) && !shopper.waitsForAnswer()) {
            complain(shopper, timeMillis);
        }
        return timeMillis;
    }

    private void profile(Shopper shopper, long timeMillis) {
        Heading heading = shopper.heading("Profile Updated", timeMillis);
        byte[] value = writer.profile(heading, (int) (shopper.rank() & 0xffff));
        courier.send(shopper, SourceKind.PROFILE, timeMillis, value);
    }

    private long browse(Shopper shopper, String event, long timeMillis) {
        RandomStream draws = shopper.visits();
        int product = (int) draws.between(1, PRODUCTS + 1);
        if (shopper.isThere(timeMillis)) {
            Heading heading = shopper.heading(event, timeMillis);
            byte[] value = writer.product(heading, product, 4_90 + product * 17L);
            courier.send(shopper, SourceKind.CLICKSTREAM, timeMillis, value);
        }
        return pauseAfter(timeMillis, draws);
    }

    /** From the basket to the order, unless abandoned on the way. */
    private long buy(Shopper shopper, long fromMillis) {
        RandomStream draws = shopper.visits();
        long checkoutMillis = browse(shopper, "Product Added", fromMillis);
        long orderMillis = pauseAfter(checkoutMillis, draws);
        long totalMinor = totalMinor(shopper.customer(), draws);
        if (!draws.chance(CHECKOUT_SHARE) || !shopper.isThere(orderMillis)) {
            return checkoutMillis;
        }
        String orderId = shopper.openOrder();
        Heading checkout = shopper.heading("Checkout Started", checkoutMillis);
        byte[] started = writer.checkout(checkout, orderId, totalMinor);
        courier.send(shopper, SourceKind.CLICKSTREAM, checkoutMillis, started);
        if (!draws.chance(ORDER_SHARE)) {
            return orderMillis;
        }
        Heading order = shopper.heading("Order Completed", orderMillis);
        byte[] completed = writer.order(order, orderId, totalMinor, "EUR");
        courier.send(shopper, SourceKind.TRANSACTION, orderMillis, completed);
        if (draws.chance(REFUND_SHARE)) {
            long delayMillis = draws.between(3 * DAY_MILLIS, 20 * DAY_MILLIS);
            shopper.planRefund(orderMillis + delayMillis, orderMillis, totalMinor);
        }
        return pauseAfter(orderMillis, draws);
    }

    private void complain(Shopper shopper, long timeMillis) {
        if (!shopper.isThere(timeMillis)) {
            return;
        }
        Heading heading = shopper.heading("Ticket Opened", timeMillis);
        byte[] value = writer.ticket(heading, shopper.openTicket());
        courier.send(shopper, SourceKind.SERVICE, timeMillis, value);
        double hours = 1 + 10 * shopper.visits().exponential();
        shopper.planAnswer(timeMillis + (long) (hours * HOUR_MILLIS));
    }

    private static double ticketShare(Shopper shopper, long timeMillis) {
        return shopper.isThere(timeMillis + LAST_DAYS_MILLIS) ? TICKET_SHARE : LAST_TICKET_SHARE;
    }

    private long totalMinor(Customer customer, RandomStream draws) {
        double factor = StrictMath.exp(spending.orderSpread() * draws.gaussian());
        long minor = (long) (customer.medianOrderMinor() * factor);
        return Math.max(1_00, Math.min(minor, ORDER_MINOR_MAX));
    }

    private static long pauseAfter(long timeMillis, RandomStream draws) {
        return timeMillis + draws.between(5 * SECOND_MILLIS, 60 * SECOND_MILLIS);
    }
}
