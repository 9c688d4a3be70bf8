package entente.lanes;

import entente.screening.History;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// The lanes of a whole port as a job of Apache Flink.
final class LaneJob {
    /// What a broker allows at most where nothing else is set. A job that is down for longer may lose answers that
    /// were written and not committed.
    private static final String TRANSACTION_MILLIS = "900000";

    /// The topics, and how to speak to the brokers: `client` are properties of Kafka's clients. `name` is that of the
    /// group of
    /// readers and begins the name of each transaction: two jobs on the same brokers have two.
    record Topics(String brokers, String name, String blocks, String answers, String notices, Properties client) {}

    private LaneJob() {}

    /// Everything, from topic to topics.
    static void build(StreamExecutionEnvironment environment, Topics topics, Map<String, History> histories) {
        // Nothing of the answers hangs on this watermark: each stay has its own.
        DataStream<Message> messages = environment
                .fromSource(
                        source(topics),
                        WatermarkStrategy.<Message>forBoundedOutOfOrderness(Order.WAIT)
                                .withIdleness(Stay.SILENCE),
                        "blocks")
                .uid("blocks");
        SingleOutputStreamOperator<Line> answers = screened(messages, histories);
        answers.sinkTo(sink(topics, topics.answers(), DeliveryGuarantee.EXACTLY_ONCE))
                .name("answers")
                .uid("answers");
        // A notice of silence must not wait for a checkpoint, and hurts nobody twice.
        answers.getSideOutput(LaneFunction.NOTICES)
                .sinkTo(sink(topics, topics.notices(), DeliveryGuarantee.AT_LEAST_ONCE))
                .name("notices")
                .uid("notices");
    }

    /// From messages to answers; notices are beside, under [LaneFunction#NOTICES].
    static SingleOutputStreamOperator<Line> screened(DataStream<Message> messages, Map<String, History> histories) {
        return messages.keyBy(Message::key)
                .process(new LaneFunction(histories))
                .name("screening")
                .uid("screening");
    }

    @SuppressWarnings("deprecation") // the connector asks for a type that Kafka is about to drop
    private static KafkaSource<Message> source(Topics topics) {
        return KafkaSource.<Message>builder()
                .setBootstrapServers(topics.brokers())
                .setGroupId(topics.name())
                .setTopics(topics.blocks())
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setProperties(topics.client())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setDeserializer(new Incoming())
                .build();
    }

    private static KafkaSink<Line> sink(Topics topics, String topic, DeliveryGuarantee guarantee) {
        return KafkaSink.<Line>builder()
                .setBootstrapServers(topics.brokers())
                .setKafkaProducerConfig(topics.client())
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS)
                .setTransactionalIdPrefix(topics.name() + "-" + topic)
                .setDeliveryGuarantee(guarantee)
                .setRecordSerializer(new Outgoing(topic))
                .build();
    }

    /// Takes every record as it is: what is wrong with it is said by [LaneFunction].
    private static final class Incoming implements KafkaRecordDeserializationSchema<Message> {
        private static final long serialVersionUID = 1;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
            byte @Nullable [] key = record.key();
            out.collect(new Message(key == null ? "" : new String(key, StandardCharsets.UTF_8), record.value()));
        }

        @Override
        public TypeInformation<Message> getProducedType() {
            return TypeInformation.of(Message.class);
        }
    }

    private static final class Outgoing implements KafkaRecordSerializationSchema<Line> {
        private static final long serialVersionUID = 1;
        private final String topic;

        Outgoing(String topic) {
            this.topic = topic;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(Line line, KafkaSinkContext context, @Nullable Long timestamp) {
            return new ProducerRecord<>(
                    topic,
                    line.key().getBytes(StandardCharsets.UTF_8),
                    line.json().getBytes(StandardCharsets.UTF_8));
        }
    }
}
