package holdfast.app.job;

import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;

/** Ends jobs of this process. */
public final class TestingJobs {

    private static final long PATIENCE_SECONDS = 60;

    private TestingJobs() {}

    /**
     * Ends a job at once, and waits until it has ended: told to, it may still write checkpoints for
     * a while, where a test is about to remove its folder or to look for the newest.
     */
    public static void cancel(JobClient job) throws Exception {
        job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        job.getJobExecutionResult()
                .handle((result, cancelled) -> job)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
