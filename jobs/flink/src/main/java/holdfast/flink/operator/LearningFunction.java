package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.learning.Course;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import holdfast.flink.wire.TrainingMessages;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Course}: takes in training records in their order, gives the lessons that are
 * due, and sends what was learned. One task, without a clock: the first record after an instant
 * says that everything up to it has been told. Of publications only playbooks matter.
 */
public final class LearningFunction
        extends BroadcastProcessFunction<byte[], Publication, EncodedRecord>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Where playbooks are kept. */
    public static final MapStateDescriptor<String, Publication> PLAYBOOKS = Publications.STATE;

    private final String playbook;

    private long reachedMillis;

    private transient @Nullable FirstStart first;
    private transient @Nullable CourseStore store;
    private transient @Nullable BroadcastState<String, Publication> kept;
    private transient @Nullable PublicationDesk publications;
    private transient @Nullable TrainingMessages messages;
    private transient @Nullable LessonDesk desk;
    private transient @Nullable Course course;

    /**
     * @param playbook YAML, as the scoring job is started with
     */
    public LearningFunction(String playbook) {
        this.playbook = playbook;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        OperatorStateStore states = context.getOperatorStateStore();
        first = new FirstStart(states, scoring());
        store = new CourseStore(states);
        kept = states.getBroadcastState(Publications.STATE);
        reachedMillis = first.restoredWatermarkMillis();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        publications =
                new PublicationDesk(
                        TaskGuidance.begin(scoring(), requireNonNull(first)), requireNonNull(kept));
        messages = new TrainingMessages();
        desk = new LessonDesk(getRuntimeContext().getMetricGroup());
        course = requireNonNull(store).begin(playbookAt(reachedMillis));
        desk.show(course);
    }

    @Override
    public void processElement(
            byte[] value, ReadOnlyContext context, Collector<EncodedRecord> out) {
        Optional<TrainingRecord> told = requireNonNull(messages).read(value);
        requireNonNull(desk).count(told.isPresent());
        if (told.isPresent()) {
            take(told.get(), out);
        }
    }

    private void take(TrainingRecord told, Collector<EncodedRecord> out) {
        Course learning = requireNonNull(course);
        while (learning.dueMillis() < told.atMillis()) {
            learning.follow(playbookAt(learning.dueMillis()));
            requireNonNull(desk).send(learning, out);
        }
        reachedMillis = Math.max(reachedMillis, told.atMillis());
        learning.follow(playbookAt(reachedMillis));
        learning.take(told, reachedMillis);
    }

    @Override
    public void processBroadcastElement(
            Publication publication, Context context, Collector<EncodedRecord> out)
            throws Exception {
        if (publication.kind() == Publication.Kind.PLAYBOOK) {
            requireNonNull(publications).take(publication);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        requireNonNull(first).snapshot(reachedMillis);
        requireNonNull(store).keep(requireNonNull(course));
    }

    private ScoringStart scoring() {
        return ScoringStart.with(playbook);
    }

    private Playbook playbookAt(long millis) {
        return requireNonNull(publications).guidance().rules().at(millis).playbook();
    }
}
