package org.vigie.triage.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.vigie.triage.feature.ComplaintGroups;
import org.vigie.triage.feature.TriageEvidence;

/** {@code <evidence>.ubj.gz} and {@code model-card.json}. */
public final class TriageModelFolder {
    static final String CARD = "model-card.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private TriageModelFolder() {}

    interface ModelFileSource {
        InputStream open(String name) throws IOException;
    }

    /** Writes a model to {@code folder}; its card with the digest is given back. */
    public static TriageModelCard write(Path folder, TriageModelCard card, Map<TriageEvidence, TriageTrees> forests)
            throws IOException {
        Files.createDirectories(folder);
        MessageDigest digest = sha256();
        for (TriageEvidence evidence : TriageEvidence.values()) {
            byte[] trees = forests.get(evidence).bytes();
            digest.update(trees);
            Files.write(folder.resolve(name(evidence)), packed(trees));
        }
        TriageModelCard signed = card.withDigest(HexFormat.of().formatHex(digest.digest()));
        Files.writeString(folder.resolve(CARD), JSON.writeValueAsString(signed) + "\n");
        return signed;
    }

    static TriageModel read(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw new IOException(folder + ": holds no triage model, " + CARD + " is missing");
        }
        return read(name -> Files.newInputStream(folder.resolve(name)), folder.toString());
    }

    static TriageModel read(ModelFileSource files, String place) throws IOException {
        TriageModelCard card = JSON.readValue(bytes(files, CARD), TriageModelCard.class);
        MessageDigest digest = sha256();
        Map<TriageEvidence, TriageTrees> forests = new EnumMap<>(TriageEvidence.class);
        for (TriageEvidence evidence : TriageEvidence.values()) {
            byte[] trees = unpacked(bytes(files, name(evidence)));
            digest.update(trees);
            forests.put(evidence, TriageTrees.of(trees));
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(card.digest())) {
            throw new IOException(place + ": its trees are not those of its card: digest " + found);
        }
        if (!ComplaintGroups.version().equals(card.complaints())) {
            throw new IOException(
                    place + ": learnt with " + card.complaints() + ", here is " + ComplaintGroups.version());
        }
        return new TriageModel(card, forests);
    }

    private static String name(TriageEvidence evidence) {
        return evidence.name().toLowerCase(Locale.ROOT) + ".ubj.gz";
    }

    private static byte[] bytes(ModelFileSource files, String name) throws IOException {
        try (InputStream file = files.open(name)) {
            return file.readAllBytes();
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
