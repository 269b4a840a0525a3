package org.vigie.replay.engine;

import java.io.File;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.internals.AbstractTask;
import org.apache.kafka.streams.processor.internals.ProcessorStateManager;
import org.apache.kafka.streams.state.internals.OffsetCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skips the checkpoints of a topology without a broker. Kafka's driver enforces one after each record, although nothing can be restored
 * from it: it deletes a file that does not exist, which throws an exception inside. Kafka has no setting for this, so that a field of its
 * task is set; where a later Kafka has another field, the topology runs as before, more slowly.
 */
final class SkippedCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(SkippedCheckpoints.class);

    private SkippedCheckpoints() {}

    /** Returns true when the checkpoints of the driver are skipped from now on. */
    static boolean of(TopologyTestDriver driver) {
        try {
            Object task = field(TopologyTestDriver.class, "task").get(driver);
            Object manager = field(AbstractTask.class, "stateMgr").get(task);
            field(ProcessorStateManager.class, "checkpointFile").set(manager, new NoCheckpoint());
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("This version of Kafka writes checkpoints without a broker too", e);
            return false;
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Stands for the file of checkpoints and writes nothing. */
    private static final class NoCheckpoint extends OffsetCheckpoint {
        NoCheckpoint() {
            super(new File("no-checkpoint"));
        }

        @Override
        public void write(Map<TopicPartition, Long> offsets) {
            // Nothing restores from a checkpoint of a topology without a broker.
        }
    }
}
