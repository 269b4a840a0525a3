package org.vigie.replay.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.schemas.bed.BedName;

/** Writes records into one file for each unit. The folder appears only when all of them are written. */
public final class UnitFiles<V extends SpecificRecord> implements AutoCloseable {
    private static final String BED = "bed";
    /** Stands for the unit of a record that names no bed, such as a command about a stay. */
    private static final String NO_UNIT = "none";

    private static final int COMPRESSION = 6;

    private final Path target;
    private final Path unfinished;
    private final ArchiveFormat format;
    private final Map<String, DataFileWriter<ArchivedRecord>> writers = new TreeMap<>();
    private final Map<Schema, Schema> schemas = new HashMap<>();
    private long records;

    /** @param target folder of the units; its earlier files are replaced by {@link #finish} */
    public UnitFiles(Path target, ArchiveFormat format) throws IOException {
        this.target = target;
        this.format = format;
        this.unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
    }

    /**
     * Adds a record; that of a canary is left out.
     *
     * @param read where the record lay
     */
    public void add(V value, ConsumerRecord<byte[], byte[]> read) {
        Optional<String> bed = bed(value);
        if (bed.filter(BedName::isCanary).isPresent()) {
            return;
        }
        Schema schema = schemas.computeIfAbsent(value.getSchema(), each -> new ArchivedSchema(each).extended());
        try {
            writer(bed.map(name -> name.split("/", 2)[0]).orElse(NO_UNIT), schema)
                    .append(new ArchivedRecord(schema, value, read));
            records++;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + unfinished + " cannot be written", e);
        }
    }

    private Optional<String> bed(V value) {
        Schema.Field bed = value.getSchema().getField(BED);
        return Optional.ofNullable(bed).map(field -> value.get(field.pos())).map(Object::toString);
    }

    private DataFileWriter<ArchivedRecord> writer(String unit, Schema schema) throws IOException {
        DataFileWriter<ArchivedRecord> writer = writers.get(unit);
        if (writer == null) {
            writer = new DataFileWriter<>(new SpecificDatumWriter<ArchivedRecord>(schema, ArchivedValues.MODEL));
            writers.put(unit, writer.setCodec(CodecFactory.deflateCodec(COMPRESSION)));
            writer.create(schema, file(unit).toFile());
        }
        return writer;
    }

    private Path file(String unit) throws IOException {
        Path folder = unfinished.resolve("unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8));
        return Files.createDirectories(folder).resolve("records.avro");
    }

    /**
     * Puts the files in the place of those that were there.
     *
     * @return records in all files
     */
    public long finish() throws IOException {
        close();
        if (format == ArchiveFormat.PARQUET) {
            for (String unit : writers.keySet()) {
                new ParquetConversion(file(unit)).replace();
            }
        }
        delete(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return records;
    }

    @Override
    public void close() throws IOException {
        for (DataFileWriter<ArchivedRecord> writer : writers.values()) {
            writer.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
