package holdfast.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How far the job had come at an instant.
 *
 * @param nanos of the monotonic clock
 * @param cpuNanos CPU time of this process so far, its native threads included
 * @param threadNanos CPU time of its living Java threads: no compiler, collector or RocksDB
 * @param events records that have met their fate
 */
record Progress(long nanos, long cpuNanos, long threadNanos, long events) {

    private static final double SECOND_NANOS = 1e9;

    static Progress now(long events) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Progress(
                System.nanoTime(), system.getProcessCpuTime(), livingThreadsNanos(), events);
    }

    private static long livingThreadsNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos;
    }

    double seconds(Progress since) {
        return (nanos - since.nanos) / SECOND_NANOS;
    }

    double coreSeconds(Progress since) {
        return (cpuNanos - since.cpuNanos) / SECOND_NANOS;
    }

    double threadSeconds(Progress since) {
        return (threadNanos - since.threadNanos) / SECOND_NANOS;
    }

    /** One line for people: rates since another instant. */
    String rates(String name, Progress since) {
        long count = events - since.events;
        return "%-22s %,d events in %.1f s: %,.0f/s, %,.0f/core-s of process, %,.0f/core-s of threads"
                .formatted(
                        name,
                        count,
                        seconds(since),
                        count / seconds(since),
                        count / coreSeconds(since),
                        count / threadSeconds(since));
    }
}
