package org.vigie.replay.ward;

import java.util.List;
import java.util.Set;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.replay.archive.ArchiveFolder;
import org.vigie.replay.archive.ArchiveReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Gives the recorded records of a ward in the order in which its broker took them. */
interface RecordSource extends AutoCloseable {
    /** Returns how many records are left to read at most; 0 when that is not known. */
    long remaining();

    /** Returns the topics whose first records of the period may be deleted. */
    Set<String> cut();

    void readAll(RawRecordHandler handler);

    @Override
    void close();

    /** Opens the records of a request. */
    @FunctionalInterface
    interface RecordSourceOpener {
        /**
         * Opens the records.
         *
         * @param topics of the ward, in the order in which records with equal times are taken
         * @param serdes of the replay
         */
        RecordSource open(ReplayRequest request, List<Topic<?>> topics, AvroSerdes serdes);
    }

    /** Opens the topics of the ward. */
    static RecordSource ofTopics(ReplayRequest request, List<Topic<?>> topics, AvroSerdes serdes) {
        TimeOrderedReader reader = TimeOrderedReader.open(request.ward(), topics, request.read());
        return new RecordSource() {
            @Override
            public long remaining() {
                return reader.remaining();
            }

            @Override
            public Set<String> cut() {
                return reader.cut();
            }

            @Override
            public void readAll(RawRecordHandler handler) {
                reader.readAll(handler);
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    /** Returns the opener of an archive of the ward. */
    static RecordSourceOpener ofArchive(ArchiveFolder archive) {
        return (request, topics, serdes) -> {
            List<? extends Topic<?>> study = request.namespace().sameTopics(topics);
            ArchiveReader reader = new ArchiveReader(archive, topics, study, request.read(), serdes);
            return new RecordSource() {
                @Override
                public long remaining() {
                    return 0;
                }

                @Override
                public Set<String> cut() {
                    return Set.of();
                }

                @Override
                public void readAll(RawRecordHandler handler) {
                    reader.readAll(handler);
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        };
    }
}
