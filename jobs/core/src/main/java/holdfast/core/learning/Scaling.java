package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import java.util.Arrays;

/**
 * The mean and spread of each feature over some rows, and the range it was seen in.
 *
 * <p>A scaled feature lies near 0 and counts in its own spreads, so that one penalty suits all. A
 * feature that never varied is always 0.
 */
final class Scaling {

    private static final double SPREAD_MIN = 1e-9;

    private final double[] means;
    private final double[] spreads;
    private final double[] mins;
    private final double[] maxs;

    private Scaling(int width) {
        means = new double[width];
        spreads = new double[width];
        mins = new double[width];
        maxs = new double[width];
    }

    /** The scaling of the rows chosen; at least one. */
    static Scaling of(TrainingRows rows, int[] chosen) {
        Scaling scaling = new Scaling(rows.width());
        double[] features = new double[rows.width()];
        scaling.measureRange(rows, chosen, features);
        scaling.measureSpread(rows, chosen, features);
        return scaling;
    }

    private void measureRange(TrainingRows rows, int[] chosen, double[] features) {
        Arrays.fill(mins, Double.POSITIVE_INFINITY);
        Arrays.fill(maxs, Double.NEGATIVE_INFINITY);
        for (int row : chosen) {
            rows.read(row, features);
            for (int i = 0; i < features.length; i++) {
                means[i] += features[i];
                mins[i] = Math.min(mins[i], features[i]);
                maxs[i] = Math.max(maxs[i], features[i]);
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= chosen.length;
        }
    }

    private void measureSpread(TrainingRows rows, int[] chosen, double[] features) {
        for (int row : chosen) {
            rows.read(row, features);
            for (int i = 0; i < features.length; i++) {
                double off = features[i] - means[i];
                spreads[i] += off * off;
            }
        }
        for (int i = 0; i < spreads.length; i++) {
            double spread = Math.sqrt(spreads[i] / chosen.length);
            spreads[i] = spread < SPREAD_MIN ? Double.POSITIVE_INFINITY : spread;
        }
    }

    int width() {
        return means.length;
    }

    double min(int i) {
        return mins[i];
    }

    double max(int i) {
        return maxs[i];
    }

    /** The scaled value, clipped to the range. */
    double scaled(int i, double value) {
        return (Math.max(mins[i], Math.min(maxs[i], value)) - means[i]) / spreads[i];
    }

    /** Sets the scaled features of a row in a design's row, from its second column on. */
    void put(TrainingRows rows, int row, Design design, int at) {
        for (int i = 0; i < means.length; i++) {
            design.set(at, 1 + i, scaled(i, rows.feature(row, i)));
        }
    }

    /** A coefficient of the scaled feature as one of the feature itself. */
    double perUnit(int i, double coefficient) {
        return coefficient / spreads[i];
    }

    /** What the feature adds to the logit where it is 0, apart from clipping. */
    double atZero(int i, double coefficient) {
        return -coefficient * means[i] / spreads[i];
    }

    /** Writes for each feature its mean, spread, least and greatest value, as doubles. */
    void write(ByteWriter out) {
        for (int i = 0; i < means.length; i++) {
            out.writeDouble(means[i]);
            out.writeDouble(spreads[i]);
            out.writeDouble(mins[i]);
            out.writeDouble(maxs[i]);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Scaling read(ByteReader in, int width) {
        Scaling scaling = new Scaling(width);
        for (int i = 0; i < width; i++) {
            scaling.means[i] = in.readDouble();
            scaling.spreads[i] = in.readDouble();
            scaling.mins[i] = in.readDouble();
            scaling.maxs[i] = in.readDouble();
        }
        return scaling;
    }
}
