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

/** Represents a folder with a triage model: {@code <evidence>.ubj.gz} for each kind of evidence, and {@code model-card.json}. */
public record TriageModelFolder(Path folder) {
    static final String CARD = "model-card.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Opens the files of a model. */
    interface ModelFileSource {
        InputStream open(String name) throws IOException;
    }

    /** Writes a model and returns its card with the digest of the trees. */
    public TriageModelCard write(TriageModelCard card, Map<TriageEvidence, TriageTrees> treesOf) throws IOException {
        Files.createDirectories(folder);
        MessageDigest digest = sha256();
        for (TriageEvidence evidence : TriageEvidence.values()) {
            byte[] trees = treesOf.get(evidence).bytes();
            digest.update(trees);
            Files.write(folder.resolve(name(evidence)), packed(trees));
        }
        TriageModelCard signed = card.withDigest(HexFormat.of().formatHex(digest.digest()));
        Files.writeString(folder.resolve(CARD), JSON.writeValueAsString(signed) + "\n");
        return signed;
    }

    /** @throws IOException when the folder holds no complete model */
    TriageModel read() throws IOException {
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw new IOException(folder + ": holds no triage model, " + CARD + " is missing");
        }
        return read(name -> Files.newInputStream(folder.resolve(name)), folder.toString());
    }

    /**
     * Reads a model from a folder or from the class path.
     *
     * @param place where the files lie, for messages
     * @throws IOException when a file is missing or the trees are not those of the card
     */
    static TriageModel read(ModelFileSource files, String place) throws IOException {
        TriageModelCard card = JSON.readValue(bytes(files, CARD), TriageModelCard.class);
        MessageDigest digest = sha256();
        Map<TriageEvidence, TriageTrees> treesOf = new EnumMap<>(TriageEvidence.class);
        for (TriageEvidence evidence : TriageEvidence.values()) {
            byte[] trees = unpacked(bytes(files, name(evidence)));
            digest.update(trees);
            treesOf.put(evidence, TriageTrees.of(trees));
        }
        check(card, HexFormat.of().formatHex(digest.digest()), place);
        return new TriageModel(card, treesOf);
    }

    private static void check(TriageModelCard card, String digest, String place) throws IOException {
        if (!digest.equals(card.digest())) {
            throw new IOException(place + ": its trees are not those of its card: digest " + digest);
        }
        String complaints = ComplaintGroups.standard().version();
        if (!complaints.equals(card.complaints())) {
            throw new IOException(place + ": learnt with " + card.complaints() + ", here is " + complaints);
        }
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
