package entente.terms;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// A list that never changes, and from which a longer one is made without copying it.
///
/// `with` takes time for what is added alone, as long as it is the longest list so far that is asked; asked of a
/// shorter one, it copies first. All lists that grew from each other share one memory. Any thread may read any of
/// them, also while another makes a longer one.
public final class Grown<T> extends AbstractList<T> implements RandomAccess {
    private static final int FIRST_CAPACITY = 8;

    private final Memory memory;
    private final Object[] items;
    private final int size;

    /// What lists that grew from each other share. What lies past the size of a list is none of its business.
    private static final class Memory {
        private Object[] items;
        private int used;

        Memory(Object[] items, int used) {
            this.items = items;
            this.used = used;
        }
    }

    private Grown(Memory memory, Object[] items, int size) {
        this.memory = memory;
        this.items = items;
        this.size = size;
    }

    public static <T> Grown<T> none() {
        Object[] items = new Object[0];
        return new Grown<>(new Memory(items, 0), items, 0);
    }

    /// @throws NullPointerException when one of them is null
    public Grown<T> with(Collection<? extends T> more) {
        Object[] added = more.toArray();
        for (Object one : added) {
            Objects.requireNonNull(one);
        }
        synchronized (memory) {
            Memory home = memory.used == size ? memory : new Memory(Arrays.copyOf(items, size), size);
            int longer = Math.addExact(size, added.length);
            if (longer > home.items.length) {
                home.items = Arrays.copyOf(home.items, Math.max(Math.max(longer, FIRST_CAPACITY), size + (size >> 1)));
            }
            System.arraycopy(added, 0, home.items, size, added.length);
            home.used = longer;
            return new Grown<>(home, home.items, longer);
        }
    }

    public Grown<T> with(T one) {
        return with(List.of(one));
    }

    /// The first so many of this list.
    ///
    /// @throws IndexOutOfBoundsException when it has fewer
    public Grown<T> first(int count) {
        Objects.checkFromToIndex(0, count, size);
        return count == size ? this : new Grown<>(memory, items, count);
    }

    @Override
    @SuppressWarnings("unchecked") // Only a T was ever put in.
    public T get(int index) {
        return (T) items[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
