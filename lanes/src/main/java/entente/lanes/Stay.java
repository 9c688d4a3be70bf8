package entente.lanes;

import entente.recordings.Portion;
import entente.recordings.Unusable;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Evidence;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.screening.Screening;
import entente.terms.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One vehicle in a lane, from its first message to its answer and a while beyond.
///
/// Signals are put in order and judged by the clock of their recorder alone, so that the same messages give the same
/// answer wherever and however late they are worked through. Only silence is told by the clock of whoever runs this: it
/// is handed in as `now`, and as `since` from when on there was listening at all.
///
/// It knows no thread and no framework, and belongs to one thread.
final class Stay {
    /// After so long without a message, by the clock of who listens, it is said that there is no signal.
    static final Duration SILENCE = Duration.ofSeconds(5);

    /// After so long without a message there will be none: the vehicle was not screened.
    static final Duration GIVEN_UP = Duration.ofSeconds(60);

    /// The vehicle has left, and what is still on the way is waited for.
    static final Duration LEFT = Order.WAIT;

    /// A screening that has found no answer in so much signal cannot tell.
    static final Duration LONGEST = Duration.ofSeconds(64);

    /// So long after its last message it is known that a stay was answered.
    static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MARK = 0x53544159;
    private static final int VERSION = 3;

    private final StayKey key;
    private Instant heard;
    private boolean simulated;
    private boolean silent;
    private boolean left;
    private boolean answered;
    private boolean forgotten;
    private boolean lost;
    private @Nullable Array array;
    private @Nullable Order order;
    private @Nullable Screening screening;
    private @Nullable Instant first;
    private final LoadSpace load = new LoadSpace();

    Stay(StayKey key, Instant now) {
        this.key = key;
        this.heard = now;
    }

    /// A message came: a [Portion], what is known of the [LoadSpace], or nothing at all, which says
    /// that the vehicle has left.
    List<Said> take(byte @Nullable [] message, History history, Instant now) {
        List<Said> said = new ArrayList<>();
        if (message == null || message.length == 0) {
            hear(now);
            left = true;
            return said;
        }
        try {
            if (LoadSpace.told(message)) {
                load(message, now);
            } else {
                take(Portion.read(message), history, now, said);
            }
        } catch (Unusable unusable) {
            said.add(refused(key, unusable.words()));
        }
        return said;
    }

    /// The detector is told once, when it begins: what came later would count by when it came.
    private void load(byte[] message, Instant now) {
        if (!answered && !lost && array != null) {
            throw new Unusable(new Words(
                    "the load space is stated before the first samples of a stop, not after",
                    "l’espace de chargement s’indique avant les premiers échantillons d’un arrêt, pas après"));
        }
        if (!answered && !lost) {
            load.take(message);
        }
        hear(now);
    }

    private void take(Portion portion, History history, Instant now, List<Said> said) {
        if (answered) {
            hear(now);
            return;
        }
        if (lost) {
            close(said);
            return;
        }
        Array sensors = portion.array();
        if (!sensors.lane().equals(key.lane())) {
            throw new Unusable(new Words(
                    "the header names the lane " + sensors.lane(), "l’en-tête nomme la voie " + sensors.lane()));
        }
        if (array == null) {
            begin(sensors, history);
        } else if (!array.equals(sensors)) {
            throw new Unusable(new Words(
                    "the sensors are others than at the beginning of this stop",
                    "les capteurs ne sont plus ceux du début de cet arrêt"));
        }
        hear(now);
        simulated |= portion.about().simulated();
        for (Block block : portion.blocks()) {
            put(block, said);
        }
        Instant over = order == null ? null : order.position();
        portion.readings().forEach(reading -> load.put(reading, over));
        drain(false, said);
    }

    private void begin(Array sensors, History history) {
        try {
            screening = detector(sensors, history);
        } catch (IllegalArgumentException unfit) {
            screening = untaught(sensors);
        }
        array = sensors;
        order = new Order(sensors);
    }

    /// What was learned is of other sensors: it is as if nothing had been.
    private Screening untaught(Array sensors) {
        try {
            return detector(sensors, History.none());
        } catch (IllegalArgumentException few) {
            throw new Unusable(new Words(
                    "these sensors cannot screen: two on the chassis are needed",
                    "ces capteurs ne suffisent pas\u202F: il en faut deux sur le châssis"));
        }
    }

    private Screening detector(Array sensors, History history) {
        Hold hold = load.hold();
        return hold == null ? new Screening(sensors, history) : new Screening(sensors, history, hold);
    }

    private void hear(Instant now) {
        heard = now;
        silent = false;
    }

    private void put(Block block, List<Said> said) {
        Array sensors = array;
        Order turns = order;
        if (sensors == null || turns == null) {
            return;
        }
        if (block.length() > Order.MOST_BLOCK_SECONDS * sensors.rateHz()) {
            said.add(refused(key, new Words("a block is longer than 2 s", "un bloc dure plus de 2\u00A0s")));
            return;
        }
        if (turns.put(block) == Order.Place.LATE) {
            said.add(new Said.Notice(
                    key,
                    Said.Kind.LATE,
                    new Words(
                            "The block of " + block.start() + " came too late and was left out.",
                            "Le bloc de " + block.start() + " est arrivé trop tard et a été laissé de côté.")));
        }
    }

    private void drain(boolean all, List<Said> said) {
        Order turns = order;
        Screening detector = screening;
        while (turns != null && detector != null && !answered) {
            Instant before = turns.position();
            Block block = turns.next(all);
            Instant after = turns.position();
            if (block == null || after == null) {
                return;
            }
            if (before != null && !block.start().isBefore(before.plus(SILENCE))) {
                said.add(noSignal());
            }
            first = first == null ? block.start() : first;
            detector.take(block);
            load.next(after).forEach(detector::take);
            if (detector.decided() || !after.isBefore(first.plus(LONGEST))) {
                answer(detector.outcome(), said);
            }
        }
    }

    private void answer(Outcome outcome, List<Said> said) {
        answered = true;
        screening = null;
        order = null;
        said.add(new Said.Answer(key, outcome, simulated));
    }

    /// Time has passed. To be called at [#due], or whenever.
    List<Said> tick(Instant now, Instant since) {
        List<Said> said = new ArrayList<>();
        if (now.isBefore(due(since))) {
            return said;
        }
        if (answered) {
            forgotten = true;
        } else if (left || silent || lost) {
            close(said);
        } else {
            silent = true;
            said.add(noSignal());
        }
        return said;
    }

    /// When [#tick] has something to do, unless a message comes before.
    Instant due(Instant since) {
        Instant from = heard.isBefore(since) ? since : heard;
        if (answered) {
            return from.plus(REMEMBERED);
        }
        if (lost) {
            return since;
        }
        if (left) {
            return from.plus(LEFT);
        }
        return from.plus(silent ? GIVEN_UP : SILENCE);
    }

    /// Nothing more will come: the answer, unless it was given.
    List<Said> close() {
        List<Said> said = new ArrayList<>();
        close(said);
        return said;
    }

    private void close(List<Said> said) {
        drain(true, said);
        if (answered) {
            return;
        }
        Screening detector = screening;
        if (detector != null) {
            load.next(null).forEach(detector::take);
        }
        Outcome outcome =
                detector == null ? cannotTell(NOTHING, lost ? CHANGED : NO_SIGNAL, List.of()) : detector.outcome();
        answer(left || lost ? outcome : unfinished(outcome), said);
    }

    /// What is left of an outcome where the signal ended before the vehicle did.
    private static Outcome unfinished(Outcome outcome) {
        return switch (outcome) {
            case Outcome.LifeSigns life -> life;
            case Outcome.NoneFound none -> cannotTell(none.evidence(), NO_SIGNAL, List.of());
            case Outcome.CannotTell cannot -> cannotTell(cannot.evidence(), NO_SIGNAL, cannot.reasons());
        };
    }

    private static Outcome cannotTell(Evidence evidence, Words first, List<Reason> others) {
        List<Reason> reasons = new ArrayList<>(List.of(new Reason(Reason.Code.GAP, "", first)));
        others.stream().filter(one -> !one.sentence().equals(first)).forEach(reasons::add);
        return new Outcome.CannotTell(evidence, reasons);
    }

    private static final Evidence NOTHING = new Evidence(Double.NaN, Double.NaN, Double.NaN, 0, 0, List.of());

    private static final Words CHANGED = new Words(
            "The program was changed while this vehicle stood there: screen it again.",
            "Le programme a été changé pendant que ce véhicule était là\u202F: refaites le contrôle.");

    private static final Words NO_SIGNAL = new Words(
            "No signal for 5 seconds: treat this vehicle as not screened, and see to the recorder and its line.",
            "Aucun signal depuis 5 secondes\u202F: tenez ce véhicule pour non contrôlé, et vérifiez l’enregistreur et sa"
                    + " liaison.");

    private Said noSignal() {
        return new Said.Notice(key, Said.Kind.SILENT, NO_SIGNAL);
    }

    static Said refused(StayKey key, Words why) {
        return new Said.Notice(key, Said.Kind.REFUSED, why);
    }

    /// Whether there is anything to keep of it.
    boolean kept() {
        return !forgotten && (left || answered || lost || array != null || load.hold() != null);
    }

    /// The whole of its state: [#restored] goes on as if nothing had been.
    byte[] saved() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeUTF(key.lane());
            out.writeUTF(key.stop());
            out.writeInt(VERSION);
            Bytes.instant(out, heard);
            Bytes.instant(out, first);
            out.writeBoolean(simulated);
            out.writeBoolean(silent);
            out.writeBoolean(left);
            out.writeBoolean(answered);
            out.writeBoolean(lost);
            load.save(out);
            out.writeBoolean(array != null);
            if (array != null) {
                Bytes.array(out, array);
            }
            if (order != null && screening != null) {
                order.save(out);
                Bytes.some(out, screening.saved());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Where another version of the program saved them, all that is left is that this cannot be told.
    ///
    /// @throws IllegalArgumentException where the bytes are not those of a stay
    static Stay restored(byte[] saved) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
            if (in.readInt() != MARK) {
                throw new IllegalArgumentException("these are not the bytes of a stay");
            }
            Stay stay = new Stay(new StayKey(in.readUTF(), in.readUTF()), Instant.EPOCH);
            if (in.readInt() == VERSION) {
                stay.resume(in);
            } else {
                stay.lost = true;
            }
            return stay;
        } catch (IOException early) {
            throw new IllegalArgumentException("the bytes of a stay end too early", early);
        }
    }

    private void resume(DataInputStream in) throws IOException {
        Instant last = Bytes.instant(in);
        heard = last == null ? Instant.EPOCH : last;
        first = Bytes.instant(in);
        simulated = in.readBoolean();
        silent = in.readBoolean();
        left = in.readBoolean();
        answered = in.readBoolean();
        lost = in.readBoolean();
        load.restore(in);
        if (in.readBoolean()) {
            array = Bytes.array(in);
            if (!answered && !lost) {
                order = new Order(array);
                order.restore(in);
                restore(Bytes.some(in));
            }
        }
    }

    private void restore(byte[] detector) {
        try {
            screening = Screening.restored(detector);
        } catch (IllegalArgumentException other) {
            lost = true;
            order = null;
        }
    }
}
