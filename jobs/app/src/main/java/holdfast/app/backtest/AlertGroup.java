package holdfast.app.backtest;

import java.util.Comparator;
import java.util.List;

/**
 * Alerts of one run that have something in common.
 *
 * @param cases in the order in which they opened
 * @param fractionDigits of the money
 */
record AlertGroup(List<Case> cases, int fractionDigits) {

    /** What came of an alert. */
    enum Verdict {
        LEFT("left"),
        STAYED("stayed"),
        /** The log ends before the horizon does. */
        UNKNOWN("not known yet");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** An alert and what came of it. */
    record Case(Opening opening, Verdict verdict) {}

    AlertGroup {
        cases = List.copyOf(cases);
    }

    int size() {
        return cases.size();
    }

    /** How many can be judged. */
    long judged() {
        return cases.stream().filter(each -> each.verdict() != Verdict.UNKNOWN).count();
    }

    /** How many were followed by the outcome. */
    long right() {
        return cases.stream().filter(each -> each.verdict() == Verdict.LEFT).count();
    }

    /** The share that was right, of those that can be judged; NaN of none. */
    double precision() {
        return judged() == 0 ? Double.NaN : (double) right() / judged();
    }

    /** Expected value times probability when each opened, in the file's unit. */
    double moneyAtRisk() {
        return cases.stream().mapToLong(each -> each.opening().valueAtRiskMinor()).sum()
                / Math.pow(10, fractionDigits);
    }

    /** The money at risk of one case. */
    double money(Case each) {
        return each.opening().valueAtRiskMinor() / Math.pow(10, fractionDigits);
    }

    /** Those with the most at stake. */
    List<Case> examples(int count) {
        return cases.stream()
                .sorted(
                        Comparator.comparingLong((Case each) -> -each.opening().valueAtRiskMinor())
                                .thenComparing(each -> each.opening().customerId()))
                .limit(count)
                .toList();
    }
}
