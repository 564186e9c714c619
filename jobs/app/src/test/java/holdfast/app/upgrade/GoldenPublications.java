package holdfast.app.upgrade;

import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.population.LogBuckets;
import holdfast.core.population.Population;
import holdfast.core.population.PopulationText;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** What is published in the {@link GoldenStory}. */
final class GoldenPublications {

    static final String PLAYBOOK =
            """
            playbook: golden
            version: 1
            zone: Europe/Berlin
            currency: EUR
            categories:
              1: {name: purchase, events: [Order Completed], value: revenue}
              2: {name: visit, events: [Product Viewed]}
              3: {name: refund, events: [Order Refunded], value: refund}
              4: {name: complaint, events: [Ticket Opened]}
              5: {name: cancel, events: [Account Deleted]}
            outcomes:
              1: {name: lapse, when: no-activity, of: [purchase, visit], horizon: 14d, active-within: 60d}
              2: {name: upset, when: no-activity, of: [purchase, visit], horizon: 28d, active-within: 60d}
              3: {name: cancel, when: cancel, by: [cancel], horizon: 30d, active-within: 60d}
            policies:
              1: {name: everyone, outcome: lapse, open-at: 0.60, close-at: 0.45, escalate-at: 0.85, cool-down: 7d}
              2: {name: the-best, outcome: lapse, open-at: 0.50, close-at: 0.35, cool-down: 14d, value-gate: top 20%}
              3: {name: complaints, outcome: upset, open-at: 0.75, close-at: 0.40, cool-down: 14d}
              4: {name: leavers, outcome: cancel, open-at: 0.70, close-at: 0.50, cool-down: 14d}
            """;

    private GoldenPublications() {}

    /** A later version, which is stricter with one policy. */
    static String secondPlaybook() {
        return PLAYBOOK.replace("version: 1", "version: 2")
                .replace("open-at: 0.60", "open-at: 0.65");
    }

    /** A fitted prior: weights would be refused once the catalogue of features has grown. */
    static String model(long effectiveFromMillis) {
        OutcomeModel.Fitted fitted = new OutcomeModel.Fitted(1_000, -2.5, BgNbdFit.Source.FITTED);
        OutcomeModel prior =
                new OutcomeModel(new BgNbd(0.8, 1.5, 0.7, 2.5), Optional.empty(), fitted);
        return ModelWriter.write(
                ModelText.of("golden-1", effectiveFromMillis, Map.of(1, prior, 2, prior)),
                playbook());
    }

    /** Values from 1 to 100 euros, evenly. */
    static String population(long effectiveFromMillis) {
        LogBuckets.Builder values = LogBuckets.builder();
        for (int euros = 1; euros <= 100; euros++) {
            values.add(100L * euros);
        }
        return PopulationText.write(
                new Population(
                        1, effectiveFromMillis, Currency.getInstance("EUR"), values.build()));
    }

    private static Playbook playbook() {
        return new PlaybookReader(rules -> 0).read("golden", PLAYBOOK).value();
    }
}
