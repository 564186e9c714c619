package holdfast.flink.serialize;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of everything that travels or is stored. */
public final class CodecTypes {

    public static final TypeInformation<Arrival> ARRIVAL = new CodecType<>(ArrivalCodec.class);
    public static final TypeInformation<Publication> PUBLICATION =
            new CodecType<>(PublicationCodec.class);
    public static final TypeInformation<EncodedRecord> ENCODED_RECORD =
            new CodecType<>(EncodedRecordCodec.class);
    public static final TypeInformation<byte[]> CUSTOMER = new CodecType<>(CustomerCodec.class);
    public static final TypeInformation<FateTally> FATE_TALLY =
            new CodecType<>(FateTallyCodec.class);
    public static final TypeInformation<GroupSums> GROUP_SUMS =
            new CodecType<>(GroupSumsCodec.class);

    public static final TypeInformation<TrainingRecord> TRAINING_RECORD =
            new CodecType<>(TrainingRecordCodec.class);

    private CodecTypes() {}
}
