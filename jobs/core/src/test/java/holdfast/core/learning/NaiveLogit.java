package holdfast.core.learning;

/** The same regression by many small steps straight downhill: slow and obvious. */
final class NaiveLogit {

    private NaiveLogit() {}

    static double[] fit(double[][] rows, double[] labels, double[] penalty, boolean[] notNegative) {
        double[] now = new double[penalty.length];
        double steepest = 0;
        for (double[] row : rows) {
            for (double cell : row) {
                steepest += cell * cell / 4;
            }
        }
        for (double each : penalty) {
            steepest += each;
        }
        for (int step = 0; step < 60_000; step++) {
            double[] slope = slope(rows, labels, penalty, now);
            for (int i = 0; i < now.length; i++) {
                double moved = now[i] - slope[i] / steepest;
                now[i] = notNegative[i] ? Math.max(0, moved) : moved;
            }
        }
        return now;
    }

    private static double[] slope(double[][] rows, double[] labels, double[] penalty, double[] at) {
        double[] slope = new double[at.length];
        for (int row = 0; row < rows.length; row++) {
            double logit = 0;
            for (int i = 0; i < at.length; i++) {
                logit += rows[row][i] * at[i];
            }
            double error = 1 / (1 + Math.exp(-logit)) - labels[row];
            for (int i = 0; i < at.length; i++) {
                slope[i] += error * rows[row][i];
            }
        }
        for (int i = 0; i < at.length; i++) {
            slope[i] += penalty[i] * at[i];
        }
        return slope;
    }

    static Design design(double[][] rows, double[] labels) {
        Design design = new Design(rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            design.add(labels[row], 1);
            for (int i = 1; i < rows[row].length; i++) {
                design.set(row, i, rows[row][i]);
            }
        }
        return design;
    }
}
