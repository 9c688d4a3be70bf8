package entente.lanes;

import entente.screening.History;
import entente.terms.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/// One [Stay] for each key, on Apache Flink: messages in, answers out, notices beside.
///
/// Silence is counted by the clock of the machine from the time at which this began to listen, so that what piles up
/// while the job is down is worked through first.
final class LaneFunction extends KeyedProcessFunction<String, Message, Line> {
    static final OutputTag<Line> NOTICES = new OutputTag<>("notices") {};

    private static final long serialVersionUID = 1;

    /// By lane, as bytes: what each gave when it was empty.
    @SuppressWarnings("serial") // a HashMap
    private final Map<String, byte[]> taught;

    private transient Map<String, History> histories = Map.of();
    private transient long since;

    @SuppressWarnings("NullAway.Init") // set when it is opened
    private transient ValueState<Stay> state;

    /// When the next timer of the clock goes off.
    @SuppressWarnings("NullAway.Init")
    private transient ValueState<Long> armed;

    LaneFunction(Map<String, History> histories) {
        taught = new HashMap<>();
        histories.forEach((lane, history) -> taught.put(lane, history.bytes()));
    }

    @Override
    public void open(OpenContext context) {
        histories = new HashMap<>();
        taught.forEach((lane, bytes) -> histories.put(lane, History.read(bytes)));
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("stay", StaySerializer.INSTANCE));
        armed = getRuntimeContext().getState(new ValueStateDescriptor<>("armed", LongSerializer.INSTANCE));
        since = Long.MIN_VALUE;
    }

    @Override
    public void processElement(Message message, Context context, Collector<Line> out) throws Exception {
        Instant now = now(context);
        Optional<StayKey> key = StayKey.read(message.key());
        if (key.isEmpty()) {
            context.output(NOTICES, keyless(message.key()));
            return;
        }
        Stay stay = state.value();
        if (stay == null) {
            stay = new Stay(key.get(), now);
        }
        say(stay.take(message.value(), histories.getOrDefault(key.get().lane(), History.none()), now), context, out);
        keep(stay, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Line> out) throws Exception {
        Stay stay = state.value();
        if (stay == null) {
            return;
        }
        // Event time ends where the input does.
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            say(stay.close(), context, out);
            state.clear();
            return;
        }
        armed.clear();
        say(stay.tick(now(context), Instant.ofEpochMilli(since)), context, out);
        keep(stay, context);
    }

    private Instant now(Context context) {
        long now = context.timerService().currentProcessingTime();
        since = since == Long.MIN_VALUE ? now : since;
        return Instant.ofEpochMilli(now);
    }

    private void keep(Stay stay, Context context) throws Exception {
        if (!stay.kept()) {
            state.clear();
            context.timerService().deleteEventTimeTimer(Long.MAX_VALUE);
            return;
        }
        state.update(stay);
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        long due = stay.due(Instant.ofEpochMilli(since)).toEpochMilli();
        Long before = armed.value();
        if (before == null || due < before) {
            context.timerService().registerProcessingTimeTimer(due);
            armed.update(due);
        }
    }

    private static void say(List<Said> said, Context context, Collector<Line> out) {
        for (Said one : said) {
            Line line = new Line(one.key().toString(), Json.of(one));
            switch (one) {
                case Said.Answer _ -> out.collect(line);
                case Said.Notice _ -> context.output(NOTICES, line);
            }
        }
    }

    private static Line keyless(String key) {
        String shown = key.length() > StayKey.LONGEST ? key.substring(0, StayKey.LONGEST) : key;
        return new Line(
                "",
                Json.refused(new Words(
                        "a key is LANE/STOP, this one began with [" + shown + "]",
                        "une clé est VOIE/ARRÊT, celle-ci commençait par [" + shown + "]")));
    }
}
