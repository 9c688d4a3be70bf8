package entente.screening;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Numbers and words as bytes, big-endian, each list after its length.
final class Pack {
    private Pack() {}

    /// What is written.
    static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out whole(long value) {
            return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }

        Out real(double value) {
            return whole(Double.doubleToRawLongBits(value));
        }

        Out word(String value) {
            byte[] utf = value.getBytes(StandardCharsets.UTF_8);
            return whole(utf.length).bytes(utf);
        }

        /// Bytes that have a form of their own.
        Out part(byte[] some) {
            return whole(some.length).bytes(some);
        }

        Out floats(float[] values) {
            ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
            buffer.asFloatBuffer().put(values);
            return whole(values.length).bytes(buffer.array());
        }

        Out reals(double[] values) {
            ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
            buffer.asDoubleBuffer().put(values);
            return whole(values.length).bytes(buffer.array());
        }

        private Out bytes(byte[] some) {
            bytes.writeBytes(some);
            return this;
        }

        byte[] done() {
            return bytes.toByteArray();
        }
    }

    /// What is read. Every method throws an [IllegalArgumentException] where the bytes end too
    /// early or make no sense.
    static final class In {
        private final ByteBuffer bytes;

        In(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        long whole() {
            try {
                return bytes.getLong();
            } catch (BufferUnderflowException early) {
                throw new IllegalArgumentException("the bytes end too early, after " + bytes.limit(), early);
            }
        }

        double real() {
            return Double.longBitsToDouble(whole());
        }

        int count(int unit) {
            long count = whole();
            if (count < 0 || count > bytes.remaining() / unit) {
                throw new IllegalArgumentException("the bytes speak of " + count + " values and hold fewer");
            }
            return (int) count;
        }

        /// One of the constants of an enum, by its name.
        <T extends Enum<T>> T one(T[] constants) {
            String name = word();
            for (T constant : constants) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("there is no " + name);
        }

        String word() {
            byte[] utf = new byte[count(1)];
            bytes.get(utf);
            return new String(utf, StandardCharsets.UTF_8);
        }

        byte[] part() {
            byte[] some = new byte[count(1)];
            bytes.get(some);
            return some;
        }

        float[] floats() {
            float[] values = new float[count(Float.BYTES)];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + Float.BYTES * values.length);
            return values;
        }

        double[] reals() {
            double[] values = new double[count(Double.BYTES)];
            bytes.asDoubleBuffer().get(values);
            bytes.position(bytes.position() + Double.BYTES * values.length);
            return values;
        }

        void end() {
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException(bytes.remaining() + " bytes are left over");
            }
        }
    }
}
