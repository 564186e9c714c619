package holdfast.flink.operator;

import holdfast.core.activity.RejectReason;
import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.population.Population;
import holdfast.core.population.PopulationText;
import holdfast.core.score.Model;
import holdfast.core.score.ModelReader;
import holdfast.flink.wire.Publication;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guidance by which one task decides: what the job was started with, then every publication
 * that passed its checks. Not thread-safe.
 */
final class TaskGuidance {

    private static final Logger LOG = LoggerFactory.getLogger(TaskGuidance.class);
    private static final PlaybookReader PLAYBOOKS = new PlaybookReader(StateBound::worstCaseBytes);

    private final Playbook first;

    /** What the job is started with this time; the first one if that is refused. */
    private Playbook started;

    /** Read by metrics in threads of their own. */
    private volatile Guidance current;

    private TaskGuidance(Playbook first, Settings settings) {
        this.first = first;
        this.started = first;
        current = Guidance.of(first, settings);
    }

    /**
     * Begins with what the job is started with.
     *
     * @throws RefusedException if that does not pass the checks which publications have to pass
     */
    static TaskGuidance begin(ScoringStart start, FirstStart firstStart) throws RefusedException {
        Playbook first =
                valueOf(
                        RejectReason.BAD_PLAYBOOK,
                        PLAYBOOKS.read("first playbook", firstStart.playbook()));
        TaskGuidance guidance =
                new TaskGuidance(first, start.settings(firstStart.liveFromMillis()));
        guidance.replaceFirst(start);
        return guidance;
    }

    private void replaceFirst(ScoringStart start) throws RefusedException {
        if (!start.playbook().equals(first.source())) {
            try {
                started = playbook("playbook", start.playbook());
                current = current.withPlaybook(0, started);
            } catch (RefusedException refusal) {
                LOG.error("the first playbook goes on serving: {}", refusal.detail());
            }
        }
        if (!start.model().isEmpty()) {
            current = current.withModel(model("model", start.model()));
        }
        if (!start.population().isEmpty()) {
            current = current.withPopulation(population("population", start.population()));
        }
    }

    /** What decisions are made by now. */
    Guidance current() {
        return current;
    }

    /**
     * Checks a publication and decides by it from its instant on.
     *
     * @return that instant: the publication's own, if its text names one
     * @throws RefusedException if it cannot be used; then nothing changes
     */
    long accept(Publication publication) throws RefusedException {
        String name = publication.origin().topic() + " at " + publication.origin().offset();
        long fromMillis = publication.effectiveFromMillis();
        switch (publication.kind()) {
            case PLAYBOOK ->
                    current = current.withPlaybook(fromMillis, playbook(name, publication.text()));
            case MODEL, PINNED_MODEL, RELEASED_MODEL -> {
                Model model = model(name, publication.text());
                fromMillis = model.effectiveFromMillis();
                current = current.withModel(model, publication.kind().pin());
            }
            case POPULATION -> {
                Population population = population(name, publication.text());
                fromMillis = population.effectiveFromMillis();
                current = current.withPopulation(population);
            }
            case PAUSE -> current = current.withPause(fromMillis, true);
            case RESUME -> current = current.withPause(fromMillis, false);
        }
        return fromMillis;
    }

    private Playbook playbook(String name, String text) throws RefusedException {
        Playbook playbook = valueOf(RejectReason.BAD_PLAYBOOK, PLAYBOOKS.read(name, text));
        List<String> refusals = playbook.refusalToReplace(first);
        if (!refusals.isEmpty()) {
            throw new RefusedException(RejectReason.BAD_PLAYBOOK, String.join("; ", refusals));
        }
        return playbook;
    }

    /**
     * Checked against what every task knows from its start, for playbooks and models come to each
     * in an order of its own.
     */
    private Model model(String name, String text) throws RefusedException {
        Checked<Model> read = ModelReader.read(name, text, first);
        return valueOf(
                RejectReason.BAD_MODEL,
                read.isAccepted() ? read : ModelReader.read(name, text, started));
    }

    private Population population(String name, String text) throws RefusedException {
        Population population =
                valueOf(RejectReason.BAD_POPULATION, PopulationText.read(name, text));
        if (!population.currency().equals(first.currency())) {
            throw new RefusedException(
                    RejectReason.BAD_POPULATION,
                    "values are in %s, the playbook counts in %s"
                            .formatted(population.currency(), first.currency()));
        }
        return population;
    }

    private static <T> T valueOf(RejectReason reason, Checked<T> checked) throws RefusedException {
        if (!checked.isAccepted()) {
            throw new RefusedException(reason, String.join("; ", checked.lines()));
        }
        return checked.value();
    }
}
