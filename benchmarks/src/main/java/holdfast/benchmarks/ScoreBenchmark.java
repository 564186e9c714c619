package holdfast.benchmarks;

import holdfast.core.customer.CustomerState;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import holdfast.core.score.Crossing;
import holdfast.core.score.LinearScorer;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.PriorScorer;
import holdfast.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One customer's score, and when it will cross a policy's opening line, from the customer's last
 * purchase to the end of the active window: {@code benchmarks/run jmh ScoreBenchmark -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class ScoreBenchmark {

    private final Shopfront shop = new Shopfront();
    private final CustomerState[] customers = shop.customers().toArray(new CustomerState[0]);
    private final Outcome outcome = shop.outcome();
    private final Policy policy = shop.policy();
    private final PriorScorer prior =
            PriorScorer.defaultFor(outcome, Days.in(shop.playbook().zone()));
    private final LinearScorer linear =
            new LinearScorer(weights(), prior.prior(), outcome, shop.playbook());
    private int turn;

    /** The prior's score now. */
    @Benchmark
    public double prior() {
        return prior.probability(next(), outcome, shop.nowMillis());
    }

    /** The prior's score now and its crossing. */
    @Benchmark
    public double priorAndCrossing() {
        CustomerState customer = next();
        return prior.probability(customer, outcome, shop.nowMillis())
                + crossing(new Crossing(prior, outcome), customer);
    }

    /** The learned score now, features included. */
    @Benchmark
    public double linear() {
        return linear.probability(next(), outcome, shop.nowMillis());
    }

    /** The learned score now and its crossing. */
    @Benchmark
    public double linearAndCrossing() {
        CustomerState customer = next();
        return linear.probability(customer, outcome, shop.nowMillis())
                + crossing(new Crossing(linear, outcome), customer);
    }

    /** The prior's logit and a little of everything else. */
    private static LinearWeights weights() {
        List<LinearWeights.FeatureWeight> weights = new ArrayList<>();
        for (Feature feature : FeatureCatalogue.features()) {
            double weight = feature == Feature.PRIOR_LOGIT ? 1 : .01;
            weights.add(new LinearWeights.FeatureWeight(weight, -20, 20));
        }
        return new LinearWeights(0, weights);
    }

    private long crossing(Crossing crossing, CustomerState customer) {
        long lastMillis = customer.lastMillis();
        return crossing.firstAtOrAbove(
                customer,
                policy.openAt(),
                lastMillis + policy.quietForMillis(),
                lastMillis + outcome.activeWithinMillis() - 1);
    }

    private CustomerState next() {
        turn = turn + 1 == customers.length ? 0 : turn + 1;
        return customers[turn];
    }
}
