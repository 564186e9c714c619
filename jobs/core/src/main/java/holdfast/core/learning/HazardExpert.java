package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.Hashes;
import holdfast.core.features.Feature;
import java.util.Optional;

/**
 * The expert that learns from slices: the hazard of the deciding event in each eighth of the
 * horizon, chained to the whole.
 *
 * <p>A slice is known as soon as it has passed, so this expert sees a change long before a whole
 * horizon has. It is a logistic regression on pairs of snapshot and slice without a decision before
 * (discrete-time survival: Singer and Willett 1993, J. Educ. Stat. 18, 155), with a level for each
 * slice and a few features whose weight drifts along the slices.
 */
final class HazardExpert implements Expert {

    private static final double FADES_HORIZONS = 1.5;
    private static final double LEVEL_PENALTY = 0.5;
    private static final int PAIRS_MAX = 60_000;
    private static final int[] DRIFTING = {
        Feature.PRIOR_LOGIT.position(),
        Feature.RECENCY.position(),
        Feature.TENURE.position(),
        Feature.ACTIVITY_SHORT.position()
    };

    private final Question question;
    private final Scaling scaling;
    private final double[] coefficients;
    private final double shift;

    private HazardExpert(Question question, Scaling scaling, double[] coefficients, double shift) {
        this.question = question;
        this.scaling = scaling;
        this.coefficients = coefficients;
        this.shift = shift;
    }

    /** Fits to what is known at the instant; empty while that is too little. */
    static Optional<HazardExpert> fit(TrainingRows rows, Question question, long nowMillis) {
        double oldest = Fading.HORIZONS_MAX * FADES_HORIZONS + 1;
        Sample sample =
                Sample.ofAll(
                        rows,
                        row -> {
                            long fromMillis = rows.timeMillis(row);
                            return fromMillis + question.sliceMillis() <= nowMillis
                                    && fromMillis < Outreach.untouchedUntilMillis(rows, row)
                                    && question.horizons(fromMillis, nowMillis) < oldest;
                        });
        Pairs pairs = new Pairs(rows, question, nowMillis);
        pairs.gather(sample);
        if (!sample.isEnough(row -> pairs.isDecided(row))) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(rows, sample.rows());
        Design design = pairs.design(scaling);
        Penalty penalty = penalty(rows.width());
        Drift.penalise(penalty, design, scaling, new Now(rows, question, nowMillis));
        double[] coefficients = Evidence.fit(design, penalty);
        return Optional.of(new HazardExpert(question, scaling, coefficients, 0));
    }

    /**
     * The same expert with its level moved towards what the newest slices say.
     *
     * @param shift added to the logit of every hazard
     */
    HazardExpert shifted(double shift) {
        return new HazardExpert(question, scaling, coefficients, shift);
    }

    @Override
    public double logit(double[] features) {
        double base = coefficients[0] + shift;
        for (int i = 0; i < scaling.width(); i++) {
            base += coefficients[1 + i] * scaling.scaled(i, features[i]);
        }
        double drift = 0;
        int driftsFrom = 1 + scaling.width() + Question.SLICES;
        for (int i = 0; i < DRIFTING.length; i++) {
            drift +=
                    coefficients[driftsFrom + i]
                            * scaling.scaled(DRIFTING[i], features[DRIFTING[i]]);
        }
        double logUndecided = 0;
        for (int slice = 0; slice < Question.SLICES; slice++) {
            double level = coefficients[1 + scaling.width() + slice];
            // ln(1 - hazard)
            logUndecided -= Logit.loss(base + level + place(slice) * drift, 0);
        }
        double undecided = Math.exp(logUndecided);
        return Logit.of(question.lostIfDecided() ? 1 - undecided : undecided);
    }

    /** The logit of one slice's hazard for a row. */
    double sliceLogit(TrainingRows rows, int row, int slice) {
        double base = coefficients[0] + shift + coefficients[1 + scaling.width() + slice];
        for (int i = 0; i < scaling.width(); i++) {
            base += coefficients[1 + i] * scaling.scaled(i, rows.feature(row, i));
        }
        int driftsFrom = 1 + scaling.width() + Question.SLICES;
        for (int i = 0; i < DRIFTING.length; i++) {
            double value = scaling.scaled(DRIFTING[i], rows.feature(row, DRIFTING[i]));
            base += coefficients[driftsFrom + i] * place(slice) * value;
        }
        return base;
    }

    private static int columns(int width) {
        return 1 + width + Question.SLICES + DRIFTING.length;
    }

    private static Penalty penalty(int width) {
        return new Penalty(columns(width))
                .shared(1, 1 + width)
                .on(1 + width, 1 + width + Question.SLICES, LEVEL_PENALTY)
                .shared(1 + width + Question.SLICES, columns(width));
    }

    /** Where a slice lies, from below 0 to above, 0 being the middle of the horizon. */
    private static double place(int slice) {
        return (slice - (Question.SLICES - 1) / 2.0) / Question.SLICES;
    }

    /** Writes the scaling, then the coefficients and the shift as doubles. */
    void write(ByteWriter out) {
        scaling.write(out);
        Coefficients.write(coefficients, out);
        out.writeDouble(shift);
    }

    /** Reads what {@link #write} wrote. */
    static HazardExpert read(ByteReader in, Question question, int width) {
        return new HazardExpert(
                question,
                Scaling.read(in, width),
                Coefficients.read(in, columns(width)),
                in.readDouble());
    }

    /** Pairs of row and slice whose natural outcome is known, no earlier slice having decided. */
    private static final class Pairs {

        private final TrainingRows rows;
        private final Question question;
        private final long nowMillis;
        private int[] pairRows = new int[0];
        private int[] slices = new int[0];
        private int count;

        Pairs(TrainingRows rows, Question question, long nowMillis) {
            this.rows = rows;
            this.question = question;
            this.nowMillis = nowMillis;
        }

        void gather(Sample sample) {
            pairRows = new int[sample.rows().length * Question.SLICES];
            slices = new int[pairRows.length];
            for (int row : sample.rows()) {
                for (int slice = 0; slice < Question.SLICES && isKnown(row, slice); slice++) {
                    pairRows[count] = row;
                    slices[count] = slice;
                    count++;
                }
            }
        }

        private boolean isKnown(int row, int slice) {
            long fromMillis = endMillis(row, slice - 1);
            return endMillis(row, slice) <= nowMillis
                    && rows.decidedMillis(row) > fromMillis
                    && Outreach.untouchedUntilMillis(rows, row) > fromMillis;
        }

        private long endMillis(int row, int slice) {
            return rows.timeMillis(row) + (slice + 1) * question.sliceMillis();
        }

        /** Whether the slice is the one that decides, none before it having done so. */
        private boolean isDecided(int row, int slice) {
            return rows.decidedMillis(row)
                    <= Math.min(endMillis(row, slice), Outreach.untouchedUntilMillis(rows, row));
        }

        boolean isDecided(int row) {
            return isDecided(row, Question.SLICES - 1) && rows.decidedMillis(row) <= nowMillis;
        }

        Design design(Scaling scaling) {
            int decided = 0;
            for (int i = 0; i < count; i++) {
                decided += isDecided(pairRows[i], slices[i]) ? 1 : 0;
            }
            Thinning thinning = Thinning.to(PAIRS_MAX, decided, count - decided);
            Design design = new Design(columns(scaling.width()));
            for (int i = 0; i < count; i++) {
                long key = Hashes.join(rows.key(pairRows[i]), slices[i]);
                boolean isDecided = isDecided(pairRows[i], slices[i]);
                if (thinning.keeps(key, isDecided)) {
                    add(design, scaling, i, thinning.standsFor(isDecided));
                }
            }
            return design;
        }

        private void add(Design design, Scaling scaling, int pair, double each) {
            int row = pairRows[pair];
            int slice = slices[pair];
            long endMillis = endMillis(row, slice);
            double weight =
                    Outreach.untouched(rows, row, endMillis - question.sliceMillis(), endMillis)
                            * Fading.weight(
                                    question.horizons(endMillis, nowMillis), FADES_HORIZONS);
            double label = isDecided(row, slice) ? 1 : 0;
            int at = design.add(label, each * weight);
            scaling.put(rows, row, design, at);
            design.set(at, 1 + scaling.width() + slice, 1);
            for (int i = 0; i < DRIFTING.length; i++) {
                double value = scaling.scaled(DRIFTING[i], rows.feature(row, DRIFTING[i]));
                design.set(at, 1 + scaling.width() + Question.SLICES + i, place(slice) * value);
            }
        }
    }
}
