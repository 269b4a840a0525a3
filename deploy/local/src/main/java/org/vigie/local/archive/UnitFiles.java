package org.vigie.local.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.bed.BedName;

/** Writes records of beds into one file for each unit. The folder appears only when all of them are written. */
final class UnitFiles<V extends SpecificRecord> implements AutoCloseable {
    private static final String BED = "bed";
    private static final int COMPRESSION = 6;

    private final Path target;
    private final Path unfinished;
    private final ArchiveFormat format;
    private final Map<String, DataFileWriter<V>> writers = new TreeMap<>();
    private long records;

    /** @param target folder of the units; its earlier files are replaced by {@link #finish} */
    UnitFiles(Path target, ArchiveFormat format) throws IOException {
        this.target = target;
        this.format = format;
        this.unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
    }

    /** Adds a record of a patient; a canary is left out. */
    void add(V value) {
        String bed = value.get(value.getSchema().getField(BED).pos()).toString();
        if (BedName.isCanary(bed)) {
            return;
        }
        try {
            writer(bed.split("/", 2)[0], value).append(value);
            records++;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + unfinished + " cannot be written", e);
        }
    }

    private DataFileWriter<V> writer(String unit, V first) throws IOException {
        DataFileWriter<V> writer = writers.get(unit);
        if (writer == null) {
            writer = new DataFileWriter<V>(new SpecificDatumWriter<>(first.getSchema()));
            writers.put(unit, writer.setCodec(CodecFactory.deflateCodec(COMPRESSION)));
            writer.create(first.getSchema(), file(unit).toFile());
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
    long finish() throws IOException {
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
        for (DataFileWriter<V> writer : writers.values()) {
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
