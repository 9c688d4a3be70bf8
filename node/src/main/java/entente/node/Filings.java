package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Told;
import entente.files.Writing;
import entente.record.Audience;
import entente.record.Bytes;
import entente.record.Entry;
import entente.record.Filing;
import entente.record.Payload;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/// Agreements and things told on their way into the log, as entries, in portions: each is made while the one before is
/// written. A fold takes them as they pass.
final class Filings implements Iterator<List<Filing>> {
    private static final int PORTION = 2_048;

    private final Fold fold;
    private final long first;
    private final Instant now;
    private final List<Agreement> agreements;
    private final List<Told> told;
    private final SecureRandom random;
    private final LongConsumer progress;
    private final int size;
    private int made;
    private int given;
    private CompletableFuture<List<Filing>> coming;

    /// @param first the index that the first of them gets in the log
    /// @param progress is told how many have been written
    Filings(
            Fold fold,
            long first,
            Instant now,
            List<Agreement> agreements,
            List<Told> told,
            SecureRandom random,
            LongConsumer progress) {
        this.fold = fold;
        this.first = first;
        this.now = now;
        this.agreements = agreements;
        this.told = told;
        this.random = random;
        this.progress = progress;
        this.size = agreements.size() + told.size();
        this.coming = CompletableFuture.supplyAsync(this::portion);
    }

    @Override
    public boolean hasNext() {
        return given < size;
    }

    @Override
    public List<Filing> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + size + " entries have been handed on");
        }
        progress.accept(given);
        List<Filing> portion = coming.join();
        given += portion.size();
        coming = CompletableFuture.supplyAsync(this::portion);
        return portion;
    }

    private List<Filing> portion() {
        int count = Math.min(PORTION, size - made);
        byte[] salts = new byte[count * Payload.SALT];
        random.nextBytes(salts);
        List<Filing> portion = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] salt = Arrays.copyOfRange(salts, i * Payload.SALT, (i + 1) * Payload.SALT);
            portion.add(filing(made++, Bytes.of(salt)));
        }
        return portion;
    }

    private Filing filing(int place, Bytes salt) {
        long index = first + place;
        if (place < agreements.size()) {
            Agreement agreement = agreements.get(place);
            Filing filing = filing(fold.kind(agreement), salt, Writing.bytes(agreement));
            fold.take(new Filed.Text(index, now, agreement));
            return filing;
        }
        Told one = told.get(place - agreements.size());
        Filing filing = filing(fold.kind(one), salt, Writing.bytes(one));
        fold.take(new Filed.Telling(index, now, one));
        return filing;
    }

    private Filing filing(Entry.Kind kind, Bytes salt, byte[] content) {
        Payload payload = new Payload(salt, Bytes.of(content));
        return Filing.of(new Entry(kind, Audience.PUBLIC, now, Chronicle.MEDIA, payload.commitment()), payload);
    }
}
