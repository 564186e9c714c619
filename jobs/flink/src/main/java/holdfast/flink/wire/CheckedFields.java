package holdfast.flink.wire;

import holdfast.core.activity.RejectReason;
import holdfast.core.bytes.Hashes;
import holdfast.flink.wire.RawFields.Shape;
import java.util.Currency;

/** Turns the raw fields of one record into checked values, or refuses. */
final class CheckedFields {
    private static final int CURRENCY_DIGITS_MAX = 3;

    private final RawFields raw;
    private final String currency;
    private final int currencyDigits;
    private final long skewMillis;

    CheckedFields(RawFields raw, Currency currency, WireLimits limits) {
        this.raw = raw;
        this.currency = currency.getCurrencyCode();
        this.currencyDigits = currency.getDefaultFractionDigits();
        this.skewMillis = limits.skewMillis();
        if (currencyDigits < 0 || currencyDigits > CURRENCY_DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "a reporting currency has 0 to 3 digits: " + currency);
        }
    }

    /** The customer's id, empty when there is none. */
    String customerId() throws Refusal {
        Shape shape = raw.shape(Role.CUSTOMER);
        String id = raw.text(Role.CUSTOMER);
        if (shape != Shape.TEXT && !(shape == Shape.NUMBER && isWhole(id))) {
            return "";
        }
        if (id.length() > WireLimits.NAME_CHARS_MAX) {
            throw new Refusal(
                    RejectReason.CUSTOMER_ID_TOO_LONG, id.length() + " characters, at most 128");
        }
        return wellFormed(id, "customer id");
    }

    /** The event's name, the disposition or the action, empty when there is none. */
    String name() throws Refusal {
        if (raw.shape(Role.NAME) != Shape.TEXT) {
            return "";
        }
        String name = raw.text(Role.NAME);
        if (name.length() > WireLimits.NAME_CHARS_MAX) {
            throw new Refusal(
                    RejectReason.NAME_TOO_LONG, name.length() + " characters, at most 128");
        }
        return wellFormed(name, "event name");
    }

    /** When it happened, measured against the record's own Kafka timestamp. */
    long timeMillis(Origin origin) throws Refusal {
        if (raw.shape(Role.TIME) == Shape.ABSENT) {
            throw new Refusal(RejectReason.NO_TIME, "no field that the mapping names holds a time");
        }
        return inRange(instantMillis(Role.TIME), origin);
    }

    /** As {@link #timeMillis}, but the Kafka timestamp where the record holds no time. */
    long timeMillisOrOrigin(Origin origin) throws Refusal {
        return raw.shape(Role.TIME) == Shape.ABSENT
                ? inRange(origin.timestampMillis(), origin)
                : timeMillis(origin);
    }

    /**
     * The time of what the event reverses; 0 stands for its own time.
     *
     * <p>A reversal never precedes what it reverses: a later time is taken for its own.
     */
    long refersToMillis(long timeMillis, Origin origin) throws Refusal {
        if (raw.shape(Role.REFERS_TO) == Shape.ABSENT) {
            return 0;
        }
        long millis = inRange(instantMillis(Role.REFERS_TO), origin);
        return millis >= timeMillis ? 0 : millis;
    }

    /** When an order ends by itself; any time from 2100 on is never. */
    long untilMillis() throws Refusal {
        if (raw.shape(Role.UNTIL) == Shape.ABSENT) {
            return ControlOrder.NEVER;
        }
        long millis = instantMillis(Role.UNTIL);
        if (millis < WireLimits.TIME_MILLIS_MIN) {
            throw new Refusal(RejectReason.TIME_TOO_OLD, "until lies before 1990-01-01");
        }
        return millis >= WireLimits.TIME_MILLIS_END ? ControlOrder.NEVER : millis;
    }

    /** A hash of the message id that is never 0; 0 stands for no id. */
    long messageHash() {
        Shape shape = raw.shape(Role.MESSAGE_ID);
        if (shape != Shape.TEXT && shape != Shape.NUMBER) {
            return 0;
        }
        long hash = Hashes.hash64(raw.text(Role.MESSAGE_ID));
        return hash == 0 ? 1 : hash;
    }

    /** Money in minor units of the reporting currency, signed; 0 stands for none. */
    long amountMinor() throws Refusal {
        Shape shape = raw.shape(Role.AMOUNT);
        if (shape == Shape.ABSENT) {
            return 0;
        }
        long amount = amountMinor(shape);
        if (amount == Decimals.INVALID) {
            throw new Refusal(
                    RejectReason.BAD_AMOUNT,
                    Refusal.quoted(raw.text(Role.AMOUNT)) + " is no amount");
        }
        // Written without abs, which has no answer for the smallest long.
        if (amount > WireLimits.AMOUNT_MINOR_MAX || amount < -WireLimits.AMOUNT_MINOR_MAX) {
            throw new Refusal(
                    RejectReason.AMOUNT_OUT_OF_RANGE, "at most 1e12 minor units either way");
        }
        if (amount != 0) {
            checkCurrency();
        }
        return amount;
    }

    private long amountMinor(Shape shape) {
        return switch (shape) {
            case LONG -> Math.max(raw.whole(Role.AMOUNT), -Decimals.OVERFLOW);
            case TEXT, NUMBER -> Decimals.parse(raw.text(Role.AMOUNT).strip(), currencyDigits);
            case OTHER, ABSENT -> Decimals.INVALID;
        };
    }

    private void checkCurrency() throws Refusal {
        Shape shape = raw.shape(Role.CURRENCY);
        String text = raw.text(Role.CURRENCY);
        if (shape != Shape.ABSENT && !text.strip().equalsIgnoreCase(currency)) {
            throw new Refusal(
                    RejectReason.OTHER_CURRENCY, Refusal.quoted(text) + " is not " + currency);
        }
    }

    private long instantMillis(Role role) throws Refusal {
        String text = raw.text(role);
        long millis =
                switch (raw.shape(role)) {
                    case LONG -> raw.whole(role);
                    case NUMBER -> Decimals.parse(text, raw.millisDigits(role));
                    case TEXT -> textMillis(text.strip(), raw.millisDigits(role));
                    case OTHER, ABSENT -> Decimals.INVALID;
                };
        if (millis == Decimals.INVALID) {
            throw new Refusal(RejectReason.BAD_TIME, Refusal.quoted(text) + " is no instant");
        }
        return millis;
    }

    /** Some exports write numbers as text. */
    private static long textMillis(String text, int millisDigits) {
        return isWhole(text) ? Decimals.parse(text, millisDigits) : IsoInstant.parse(text);
    }

    private long inRange(long millis, Origin origin) throws Refusal {
        if (millis >= WireLimits.TIME_MILLIS_MIN) {
            if (isFuture(millis, origin)) {
                throw new Refusal(
                        RejectReason.TIME_IN_FUTURE, "beyond the Kafka timestamp and its skew");
            }
            return millis;
        }
        if (millis > WireLimits.TIME_MILLIS_MIN / 1000 && !isFuture(millis * 1000, origin)) {
            throw new Refusal(
                    RejectReason.TIME_IN_SECONDS, millis + " would be sensible as seconds");
        }
        throw new Refusal(RejectReason.TIME_TOO_OLD, "before 1990-01-01");
    }

    private boolean isFuture(long millis, Origin origin) {
        return millis >= WireLimits.TIME_MILLIS_END
                || millis - skewMillis > origin.timestampMillis();
    }

    private static boolean isWhole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }

    /** Half a surrogate pair would turn into another id when it is written as UTF-8. */
    private static String wellFormed(String text, String what) throws Refusal {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean paired =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!paired) {
                    throw new Refusal(
                            RejectReason.BROKEN_JSON, "half a surrogate pair in the " + what);
                }
                i++;
            }
        }
        return text;
    }
}
