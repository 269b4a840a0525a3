package org.vigie.schemas.serde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.serde.BoundedAvroInput.Block;

/**
 * Reads an Avro container file that somebody else made. Each length in it is compared with a limit before memory is taken for it.
 *
 * <p>Avro's own reader takes the memory that a block or a text announces, up to two gigabytes, and inflates a block without
 * a limit.
 *
 * @param file the container file
 * @param type of its records
 */
public record BoundedAvroFile<V extends SpecificRecord>(Path file, Class<V> type) {
    private static final String CODEC = "avro.codec";
    private static final String SCHEMA = "avro.schema";
    private static final String PLAIN = "null";
    private static final String DEFLATED = "deflate";

    /**
     * Passes the records on in their order, until the consumer returns false.
     *
     * @throws IOException when the file cannot be read to its end; the message names the file and what was expected
     */
    public void readWhile(Predicate<V> consumer) throws IOException {
        try (var in = new BoundedAvroInput(Files.newInputStream(file))) {
            readBlocks(in, in.header(), consumer);
        } catch (StackOverflowError e) {
            throw new IOException(file + ": its schema or its records are nested too deeply", e);
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    file + ": must be a file of " + type.getSimpleName() + " records: " + e.getMessage(), e);
        }
    }

    private void readBlocks(BoundedAvroInput in, Map<String, String> header, Predicate<V> consumer) throws IOException {
        SpecificDatumReader<V> reader = reader(header);
        boolean isDeflated = isDeflated(header.getOrDefault(CODEC, PLAIN));
        byte[] mark = in.mark();
        var strings = new DecodedStringCache();
        while (in.hasNext()) {
            Block block = in.next(mark, isDeflated);
            var decoder = new BoundedAvroDecoder(block.content(), 0, strings);
            for (long record = 0; record < block.records(); record++) {
                if (!consumer.test(reader.read(null, decoder))) {
                    return;
                }
            }
        }
    }

    private static boolean isDeflated(String codec) throws IOException {
        if (!codec.equals(PLAIN) && !codec.equals(DEFLATED)) {
            throw new IOException(CODEC + ": must be null or deflate, is another one");
        }
        return codec.equals(DEFLATED);
    }

    private SpecificDatumReader<V> reader(Map<String, String> header) throws IOException {
        String schema = header.get(SCHEMA);
        if (schema == null) {
            throw new IOException(SCHEMA + ": must be in the header, is missing");
        }
        Schema written = new Schema.Parser().parse(schema);
        SpecificData model = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(written, model.getSchema(type), model);
    }
}
