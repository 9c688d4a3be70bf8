package entente.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The payloads of up to 256 neighbouring entries, numbered as entry bundles are. Empty: withheld, or
/// erased.
///
/// For each entry one byte: 0 where there is no payload, or 1 and then 32 bytes of salt, the length of the
/// content as four bytes, big-endian, and the content.
public record PayloadBundle(List<Optional<Payload>> payloads) {
    public PayloadBundle {
        payloads = List.copyOf(payloads);
    }

    /// @throws Malformed unless the bytes are exactly this many payloads, present or not
    public static PayloadBundle parse(int width, byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var payloads = new ArrayList<Optional<Payload>>();
        while (payloads.size() < width) {
            payloads.add(next(rest));
        }
        if (rest.hasRemaining()) {
            throw new Malformed("the bundle has " + rest.remaining() + " bytes after its last payload");
        }
        return new PayloadBundle(payloads);
    }

    private static Optional<Payload> next(ByteBuffer rest) {
        byte present = take(rest, 1)[0];
        return switch (present) {
            case 0 -> Optional.empty();
            case 1 -> {
                Bytes salt = Bytes.owned(take(rest, Payload.SALT));
                int length = ByteBuffer.wrap(take(rest, Integer.BYTES)).getInt();
                yield Optional.of(new Payload(salt, Bytes.owned(take(rest, length))));
            }
            default -> throw new Malformed("a payload is marked 0 or 1, was: " + present);
        };
    }

    private static byte[] take(ByteBuffer rest, int count) {
        if (count < 0 || count > rest.remaining()) {
            throw new Malformed("the bundle ends within a payload");
        }
        var taken = new byte[count];
        rest.get(taken);
        return taken;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (Optional<Payload> payload : payloads) {
            bytes.write(payload.isPresent() ? 1 : 0);
            payload.ifPresent(present -> {
                bytes.writeBytes(present.salt().shared());
                bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(present.content().length())
                        .array());
                bytes.writeBytes(present.content().shared());
            });
        }
        return bytes.toByteArray();
    }
}
