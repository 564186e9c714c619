package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureFamily;
import holdfast.core.features.FeatureLayout;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts what a panel says into one linear score, which is what serves.
 *
 * <p>A logistic regression whose labels are the panel's probabilities for the newest snapshots (the
 * teacher's opinion instead of an outcome: Bucilua, Caruana and Niculescu-Mizil 2006, KDD, 535). So
 * a score costs a sum, its contributions are exact, and no weight of the silence falls below 0.
 */
final class Teaching {

    private static final double NEWEST_HORIZONS = 0.5;
    private static final double PENALTY = 1;

    private Teaching() {}

    /**
     * The linear score of a panel that has learned, as of now; empty if nobody was seen of late.
     */
    static Optional<LinearWeights> teach(Panel panel, Now now) {
        TrainingRows rows = now.rows();
        Sample sample =
                Sample.of(
                        rows,
                        row ->
                                now.question().horizons(rows.timeMillis(row), now.millis())
                                        < NEWEST_HORIZONS);
        if (sample.rows().length == 0) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(rows, sample.rows());
        Design design = new Design(1 + rows.width());
        double[] features = new double[rows.width()];
        for (int row : sample.rows()) {
            rows.read(row, features);
            double opinion = Logit.inverse(panel.logit(features));
            int at = design.add(opinion, sample.scale() / Question.SLICES);
            scaling.put(rows, row, design, at);
        }
        Penalty penalty = new Penalty(1 + rows.width()).on(1, 1 + rows.width(), PENALTY);
        double[] coefficients = RidgeLogit.fit(design, penalty, rising(rows.width()));
        return Optional.of(inUnits(scaling, coefficients, rows.layout()));
    }

    /** Longer silence must not lower the risk by itself. */
    private static boolean[] rising(int width) {
        boolean[] rising = new boolean[1 + width];
        for (Feature feature : Feature.values()) {
            rising[1 + feature.position()] =
                    feature.family() == FeatureFamily.SILENCE
                            || feature.family() == FeatureFamily.TYPICAL;
        }
        return rising;
    }

    private static LinearWeights inUnits(
            Scaling scaling, double[] coefficients, FeatureLayout layout) {
        double bias = coefficients[0];
        List<FeatureWeight> weights = new ArrayList<>();
        for (int i = 0; i < scaling.width(); i++) {
            double coefficient = coefficients[1 + i];
            bias += scaling.atZero(i, coefficient);
            weights.add(
                    new FeatureWeight(
                            scaling.perUnit(i, coefficient), scaling.min(i), scaling.max(i)));
        }
        return placed(bias, weights, layout);
    }

    private static LinearWeights placed(
            double bias, List<FeatureWeight> weights, FeatureLayout layout) {
        int each = CategoryFeature.all().size();
        SortedMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        for (int place = 0; place < layout.categories(); place++) {
            int from = FeatureCatalogue.size() + place * each;
            categories.put(layout.categoryId(place), weights.subList(from, from + each));
        }
        return new LinearWeights(bias, weights.subList(0, FeatureCatalogue.size()), categories);
    }

    /** Writes the bias, then weight, least and greatest value of each feature, as doubles. */
    static void write(LinearWeights linear, ByteWriter out) {
        out.writeDouble(linear.bias());
        for (FeatureWeight weight : linear.inOrder()) {
            out.writeDouble(weight.weight());
            out.writeDouble(weight.min());
            out.writeDouble(weight.max());
        }
    }

    /** Reads what {@link #write} wrote. */
    static LinearWeights read(ByteReader in, FeatureLayout layout) {
        double bias = in.readDouble();
        List<FeatureWeight> weights = new ArrayList<>();
        for (int i = 0; i < layout.width(); i++) {
            weights.add(new FeatureWeight(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return placed(bias, weights, layout);
    }
}
