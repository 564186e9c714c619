package holdfast.flink.operator;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.learning.Course;
import holdfast.core.playbook.Playbook;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * A course in operator state: its bytes, in pieces. Bounded as learners are, by some hundred
 * megabytes.
 */
final class CourseStore {

    private static final int PIECE_BYTES = 1 << 20;

    private final ListState<byte[]> pieces;

    CourseStore(OperatorStateStore store) throws Exception {
        pieces =
                store.getListState(
                        new ListStateDescriptor<>(
                                "course", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** The course that was kept, or one that begins. */
    Course begin(Playbook playbook) throws Exception {
        byte[] kept = joined(pieces.get());
        return kept.length > 0 ? read(kept) : Course.begin(playbook);
    }

    void keep(Course course) throws Exception {
        ByteWriter out = new ByteWriter();
        course.write(out);
        List<byte[]> cut = new ArrayList<>();
        for (int from = 0; from < out.length(); from += PIECE_BYTES) {
            int to = Math.min(out.length(), from + PIECE_BYTES);
            cut.add(Arrays.copyOfRange(out.array(), from, to));
        }
        pieces.update(cut);
    }

    private static Course read(byte[] bytes) {
        ByteReader in = new ByteReader();
        in.reset(bytes, 0, bytes.length);
        return Course.read(in);
    }

    private static byte[] joined(Iterable<byte[]> pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
