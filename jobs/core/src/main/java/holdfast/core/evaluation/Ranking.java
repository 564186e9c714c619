package holdfast.core.evaluation;

/** How well scores put those who leave above those who stay. Stateless. */
public final class Ranking {
    private Ranking() {}

    /**
     * The probability that one who left was scored above one who stayed, a tie counting half; NaN
     * unless there are both.
     */
    public static double rocAuc(ScoredCustomers customers) {
        long left = customers.churnedCount();
        long stayed = customers.size() - left;
        RankOrder order = new RankOrder(customers.scores());
        double pairsWon = 0;
        long leftAbove = 0;
        for (int start = 0; start < order.size(); start = order.groupEnd(start)) {
            int end = order.groupEnd(start);
            int leftHere = left(customers, order, start, end);
            pairsWon += (end - start - leftHere) * (leftAbove + leftHere / 2.0);
            leftAbove += leftHere;
        }
        return left == 0 || stayed == 0 ? Double.NaN : pairsWon / left / stayed;
    }

    /**
     * Average precision: the area below precision over recall as steps, without interpolation; NaN
     * unless there are both who left and who stayed.
     */
    public static double averagePrecision(ScoredCustomers customers) {
        long left = customers.churnedCount();
        RankOrder order = new RankOrder(customers.scores());
        double area = 0;
        long leftSoFar = 0;
        for (int start = 0; start < order.size(); start = order.groupEnd(start)) {
            int end = order.groupEnd(start);
            int leftHere = left(customers, order, start, end);
            leftSoFar += leftHere;
            area += leftHere * ((double) leftSoFar / end);
        }
        return left == 0 || left == customers.size() ? Double.NaN : area / left;
    }

    private static int left(ScoredCustomers customers, RankOrder order, int start, int end) {
        int left = 0;
        for (int place = start; place < end; place++) {
            left += customers.churned(order.row(place)) ? 1 : 0;
        }
        return left;
    }
}
