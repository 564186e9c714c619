package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/** A course as the bytes that it is kept as. */
final class TestingCourse {

    private TestingCourse() {}

    static byte[] bytes(Course course) {
        ByteWriter out = new ByteWriter();
        course.write(out);
        return out.toBytes();
    }

    static Course read(byte[] bytes) {
        ByteReader in = new ByteReader();
        in.reset(bytes, 0, bytes.length);
        Course course = Course.read(in);
        assertThat(in.remaining()).isZero();
        return course;
    }
}
