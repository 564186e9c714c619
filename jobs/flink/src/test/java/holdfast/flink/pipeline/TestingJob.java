package holdfast.flink.pipeline;

import holdfast.flink.operator.Metering;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The pipeline between a list of arrivals and a list of lines. */
public final class TestingJob {

    private static final int PARALLELISM = 2;

    private TestingJob() {}

    static List<String> lines(ScoringStart start, List<Arrival> arrivals, Configuration extra)
            throws Exception {
        return lines(start, arrivals, List.of(nothing()), extra);
    }

    /** The lines of a run that hears of publications when it may be: in a thread of their own. */
    public static List<String> lines(
            ScoringStart start,
            List<Arrival> arrivals,
            List<Publication> publications,
            Configuration extra)
            throws Exception {
        StreamExecutionEnvironment env = define(start, arrivals, publications, extra);
        return env.execute("oracle").getAccumulatorResult(TestingCollector.LINES);
    }

    static StreamExecutionEnvironment define(
            ScoringStart start, List<Arrival> arrivals, Configuration extra) {
        return define(start, arrivals, List.of(nothing()), extra);
    }

    private static StreamExecutionEnvironment define(
            ScoringStart start,
            List<Arrival> arrivals,
            List<Publication> publications,
            Configuration extra) {
        Configuration settings = ScoringPipeline.strict();
        settings.addAll(extra);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        DataStream<EncodedRecord> out =
                ScoringPipeline.score(
                                script(env, arrivals),
                                published(env, publications),
                                start,
                                Metering.plain())
                        .messages();
        out.map(new TestingCollector())
                .returns(Types.STRING)
                .uid("collect")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        return env;
    }

    private static DataStream<Arrival> script(
            StreamExecutionEnvironment env, List<Arrival> arrivals) {
        return env.fromData(arrivals, CodecTypes.ARRIVAL)
                .setParallelism(1)
                .uid("script")
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Arrival>forGenerator(context -> new ByTicks())
                                .withTimestampAssigner((arrival, none) -> arrival.timeMillis()))
                .setParallelism(1)
                .uid("clock");
    }

    private static DataStream<Publication> published(
            StreamExecutionEnvironment env, List<Publication> publications) {
        return env.fromData(publications, CodecTypes.PUBLICATION)
                .setParallelism(1)
                .uid("publications");
    }

    /** A publication that changes nothing: Flink has no empty source. */
    private static Publication nothing() {
        return new Publication(
                Publication.Kind.RESUME, new Origin("none", 0, 0, 0), 0, new byte[0]);
    }

    /** A tick is the watermark. */
    private static final class ByTicks implements WatermarkGenerator<Arrival> {

        @Override
        public void onEvent(Arrival arrival, long timestampMillis, WatermarkOutput output) {
            if (arrival.kind() == Arrival.Kind.TICK) {
                output.emitWatermark(new Watermark(arrival.timeMillis()));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
