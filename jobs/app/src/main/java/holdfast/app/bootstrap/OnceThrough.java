package holdfast.app.bootstrap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Lets so many records pass and then none, without ending the stream: a stream that has ended
 * leaves no savepoint to go on from.
 */
record OnceThrough(long records) implements RateLimiterStrategy<NumberSequenceSplit> {

    private static final long serialVersionUID = 1L;

    @Override
    public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
        return new Turnstile(records);
    }

    /** Used by the one thread of its reader. */
    private static final class Turnstile implements RateLimiter<NumberSequenceSplit> {

        private long left;

        Turnstile(long records) {
            left = records;
        }

        @Override
        public CompletionStage<Void> acquire(int records) {
            left -= records;
            return left >= 0 ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        }
    }
}
