package holdfast.app.backtest;

import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.DurationConverter;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.FlagPlaybook;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what events mean: a playbook, and changes to it. */
final class PlaybookOptions {

    /** A customer is asked about for so many horizons of silence unless something else is said. */
    private static final int ACTIVE_HORIZONS = 3;

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            description =
                    "Preset (generic, ecommerce, subscription) or YAML file (default: generic).")
    private @Nullable String playbook;

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description = "How far to look ahead, such as 60d (default: the playbook's).")
    private @Nullable Duration horizon;

    @Option(
            names = "--active",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description =
                    "Ask about customers active within this span (default: the playbook's, or three"
                            + " horizons).")
    private @Nullable Duration active;

    @Option(
            names = "--activity",
            paramLabel = "TYPE",
            split = ",",
            description =
                    "Event types that are activity (default: the playbook's, or all but return,"
                            + " free_item and the cancel).")
    private List<String> activity = List.of();

    @Option(
            names = "--cancel",
            paramLabel = "TYPE",
            description = "Event type that is the churn; without it churn is no activity.")
    private @Nullable String cancel;

    /** The playbook that the options mean. */
    Playbook playbook() {
        return playbook == null
                ? checked(this::fromFlags)
                : changed(PlaybookSource.named(playbook));
    }

    /** The playbook by its name alone, as a job is started with it. */
    Playbook unchanged() {
        return PlaybookSource.named(playbook == null ? Presets.generic().name() : playbook);
    }

    /** A playbook with the changes that the options make. */
    Playbook changed(Playbook other) {
        return checked(() -> flags().applyTo(other));
    }

    private static Playbook checked(Supplier<Playbook> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }

    private Playbook fromFlags() {
        Playbook generic = Presets.generic();
        long horizonMillis =
                horizon == null ? generic.primaryOutcome().horizonMillis() : horizon.toMillis();
        long activeMillis = active == null ? ACTIVE_HORIZONS * horizonMillis : active.toMillis();
        return new FlagPlaybook(horizonMillis, activeMillis, activity, Optional.ofNullable(cancel))
                .playbook();
    }

    private PlaybookFlags flags() {
        return new PlaybookFlags(
                millis(horizon),
                millis(active),
                new LinkedHashSet<>(activity),
                cancel == null ? Set.of() : Set.of(cancel));
    }

    private static OptionalLong millis(@Nullable Duration span) {
        return span == null ? OptionalLong.empty() : OptionalLong.of(span.toMillis());
    }
}
