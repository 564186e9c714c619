package holdfast.core.engine;

import holdfast.core.playbook.Playbook;
import holdfast.core.population.Population;
import holdfast.core.score.Model;
import holdfast.core.time.Days;
import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import holdfast.core.time.Timeline;

/**
 * Everything besides the customer that a decision depends on, as it was, is and will be: each
 * decision at t uses the newest version effective by t, of models one that no pin keeps waiting.
 *
 * <p>Immutable but for the scorers' scratch memory: one instance serves one thread.
 */
public record Guidance(
        Settings settings,
        Timeline<Rules> rules,
        Succession<Model> models,
        Timeline<Population> populations,
        Timeline<Boolean> paused) {

    /** A playbook with the shipped defaults of everything else. */
    public static Guidance of(Playbook playbook, Settings settings) {
        return new Guidance(
                settings,
                Timeline.of(0, Rules.of(playbook)),
                Succession.of(
                        new Succession.Version<>(
                                0, Pin.NONE, Model.defaults(Days.in(playbook.zone())))),
                Timeline.of(0, Population.none()),
                Timeline.of(0, Boolean.FALSE));
    }

    /** The same with one more playbook. */
    public Guidance withPlaybook(long effectiveFromMillis, Playbook playbook) {
        return new Guidance(
                settings,
                rules.with(effectiveFromMillis, Rules.of(playbook)),
                models,
                populations,
                paused);
    }

    /** The same with one more model, which says nothing of pins. */
    public Guidance withModel(Model model) {
        return withModel(model, Pin.NONE);
    }

    /** The same with one more model, and what it says about later ones. */
    public Guidance withModel(Model model, Pin pin) {
        return new Guidance(
                settings,
                rules,
                models.with(new Succession.Version<>(model.effectiveFromMillis(), pin, model)),
                populations,
                paused);
    }

    /** The same with one more set of population figures. */
    public Guidance withPopulation(Population population) {
        return new Guidance(
                settings,
                rules,
                models,
                populations.with(population.effectiveFromMillis(), population),
                paused);
    }

    /** The same, with alerts paused or resumed from an instant on. */
    public Guidance withPause(long effectiveFromMillis, boolean isPaused) {
        return new Guidance(
                settings, rules, models, populations, paused.with(effectiveFromMillis, isPaused));
    }
}
