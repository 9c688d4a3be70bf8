package entente.lanes;

import entente.screening.History;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/// The lanes of a whole port as a job of Apache Flink.
final class LaneJob {
    private LaneJob() {}

    /// From messages to answers; notices are beside, under [LaneFunction#NOTICES].
    static SingleOutputStreamOperator<Line> screened(DataStream<Message> messages, Map<String, History> histories) {
        return messages.keyBy(Message::key)
                .process(new LaneFunction(histories))
                .name("screening")
                .uid("screening");
    }
}
