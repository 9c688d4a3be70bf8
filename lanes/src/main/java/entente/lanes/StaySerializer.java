package entente.lanes;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/// A stay in a checkpoint.
final class StaySerializer extends TypeSerializerSingleton<Stay> {
    static final StaySerializer INSTANCE = new StaySerializer();

    private static final long serialVersionUID = 1;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // there is no stay that is none
    public Stay createInstance() {
        return null;
    }

    @Override
    public Stay copy(Stay from) {
        return Stay.restored(from.saved());
    }

    @Override
    public Stay copy(Stay from, Stay reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Stay stay, DataOutputView out) throws IOException {
        byte[] saved = stay.saved();
        out.writeInt(saved.length);
        out.write(saved);
    }

    @Override
    public Stay deserialize(DataInputView in) throws IOException {
        byte[] saved = new byte[in.readInt()];
        in.readFully(saved);
        return Stay.restored(saved);
    }

    @Override
    public Stay deserialize(Stay reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        int length = in.readInt();
        out.writeInt(length);
        out.write(in, length);
    }

    @Override
    public TypeSerializerSnapshot<Stay> snapshotConfiguration() {
        return new Snapshot();
    }

    /// What a checkpoint says of this form.
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Stay> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
