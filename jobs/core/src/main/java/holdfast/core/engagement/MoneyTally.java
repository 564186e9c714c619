package holdfast.core.engagement;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/**
 * What a customer has paid and what was paid back, in minor units of the reporting currency.
 *
 * <p>A commutative monoid. Revenue and refunds are summed apart, so that neither loses precision to
 * the other. Not thread-safe.
 */
public final class MoneyTally {

    private long revenueMinor;
    private long refundMinor;
    private final FadedSums revenue = new FadedSums();
    private final FadedSums refunds = new FadedSums();

    /** Everything ever paid; saturates instead of overflowing. */
    public long revenueMinor() {
        return revenueMinor;
    }

    /** Everything ever paid back; saturates instead of overflowing. */
    public long refundMinor() {
        return refundMinor;
    }

    /** Paid less paid back, faded to now; never negative. */
    public double fadedNetMinor(int halfLife, long nowMillis, HalfLives halfLives) {
        return Math.max(
                0,
                revenue.at(halfLife, nowMillis, halfLives)
                        - refunds.at(halfLife, nowMillis, halfLives));
    }

    /** Adds a payment of a non-negative amount. */
    public void pay(long timeMillis, long amountMinor, HalfLives halfLives) {
        revenueMinor = saturatedSum(revenueMinor, amountMinor);
        revenue.add(timeMillis, (double) amountMinor, halfLives);
    }

    /** Takes back a payment of a non-negative amount made at the given time. */
    public void refund(long timeMillis, long amountMinor, HalfLives halfLives) {
        refundMinor = saturatedSum(refundMinor, amountMinor);
        refunds.add(timeMillis, (double) amountMinor, halfLives);
    }

    /** Adds everything of the other. */
    public void merge(MoneyTally other, HalfLives halfLives) {
        revenueMinor = saturatedSum(revenueMinor, other.revenueMinor);
        refundMinor = saturatedSum(refundMinor, other.refundMinor);
        revenue.merge(other.revenue, halfLives);
        refunds.merge(other.refunds, halfLives);
    }

    /** Forgets everything. */
    public void clear() {
        revenueMinor = 0;
        refundMinor = 0;
        revenue.clear();
        refunds.clear();
    }

    /** Writes at most 80 bytes, four when there is no money. */
    public void write(ByteWriter out) {
        out.writeVarint(revenueMinor);
        out.writeVarint(refundMinor);
        revenue.write(out);
        refunds.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        revenueMinor = in.readNatural();
        refundMinor = in.readNatural();
        revenue.read(in);
        refunds.read(in);
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
