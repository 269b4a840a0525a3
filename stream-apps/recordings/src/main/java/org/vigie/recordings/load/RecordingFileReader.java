package org.vigie.recordings.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.csv.MappedCsvReader;
import org.vigie.recordings.datasets.Physionet2012Reader;
import org.vigie.recordings.datasets.Physionet2019Reader;
import org.vigie.recordings.edf.EdfReader;
import org.vigie.recordings.io.MemoryMappedFile;
import org.vigie.recordings.io.TextFileDecoder;
import org.vigie.recordings.signal.SignalRecordingBuilder;
import org.vigie.recordings.wfdb.WfdbReader;

/**
 * Reads the file of one recording, by the ending of its name.
 *
 * @param zone time zone of local times
 */
public record RecordingFileReader(ZoneId zone) {
    static final String MAPPING = "mapping.csv";

    private static final long LARGEST_TEXT = 256L << 20;

    /**
     * Reads one recording's file.
     *
     * @throws MalformedRecordingFile when nothing of it can be read; the message names it
     */
    public StayRecording read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String id = name.replaceFirst("\\.[^.]*$", "");
        return switch (ending(name)) {
            case "hea" -> SignalRecordingBuilder.recording("wfdb", id, WfdbReader.numerics(file), zone);
            case "edf", "bdf" ->
                SignalRecordingBuilder.recording("edf", id, EdfReader.numerics(name, MemoryMappedFile.of(file)), zone);
            case "psv" -> physionet(file, '|', text -> Physionet2019Reader.read(id, text));
            case "txt" -> physionet(file, ',', Physionet2012Reader::recording);
            default -> mapped(file);
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static StayRecording physionet(Path file, char separator, Function<String, StayRecording> reader)
            throws IOException {
        String name = file.getFileName().toString();
        String text = TextFileDecoder.decode(name, bytes(file));
        CsvTables.refuseOpenQuote(name, text, separator);
        try {
            return reader.apply(text);
        } catch (CsvParseException | NoSuchElementException e) {
            throw new MalformedRecordingFile(name + ": no table of PhysioNet: " + e.getMessage(), e);
        }
    }

    private StayRecording mapped(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path mapping = file.resolveSibling(MAPPING);
        if (!Files.exists(mapping)) {
            throw new MalformedRecordingFile(
                    name + ": needs a mapping.csv beside it that names its columns: column,variable,unit");
        }
        return MappedCsvReader.read(name, bytes(file), TextFileDecoder.decode(MAPPING, bytes(mapping)), zone);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST_TEXT) {
            throw new MalformedRecordingFile(file.getFileName() + ": must have at most " + (LARGEST_TEXT >> 20)
                    + " MB, has " + (Files.size(file) >> 20) + ": split it");
        }
        return Files.readAllBytes(file);
    }
}
