package org.vigie.gateway.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * Holds the secret keys of the gateway, in two files of a private directory: {@code pseudonyms.json} (HMAC-SHA-256) and {@code seal.json}
 * (AES-256-GCM), and one key for each patient in the folder {@code patients}. Each file has the newest key and all older keys. Without these files, pseudonyms cannot be traced to patients.
 */
public final class GatewayKeysets {
    private static final String PSEUDONYMS = "pseudonyms.json";
    private static final String SEAL = "seal.json";
    private static final String PATIENTS = "patients";
    /** Names the template of the keys that seal identities and messages. */
    static final String SEALING = "AES256_GCM";

    private final KeysetHandle pseudonyms;
    private final KeysetHandle seal;
    private final PatientKeys patients;

    private GatewayKeysets(KeysetHandle pseudonyms, KeysetHandle seal, PatientKeys patients) {
        this.pseudonyms = pseudonyms;
        this.seal = seal;
        this.patients = patients;
    }

    /** Loads the keys of a directory. They are created when there are none. */
    public static GatewayKeysets load(Path directory) {
        try {
            register();
            Files.createDirectories(directory);
            return new GatewayKeysets(
                    readOrMake(directory.resolve(PSEUDONYMS), "HMAC_SHA256_PRF"),
                    readOrMake(directory.resolve(SEAL), SEALING),
                    new PatientKeys(directory.resolve(PATIENTS)));
        } catch (IOException e) {
            throw new UncheckedIOException("keys: cannot be read or written in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: those in " + directory + " cannot be used", e);
        }
    }

    /**
     * Loads the keys of a directory that has some.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static GatewayKeysets existing(Path directory) {
        if (!Files.exists(directory.resolve(SEAL))) {
            throw new IllegalArgumentException(
                    "keys: must be the folder of a gateway's keys, with " + SEAL + ", was " + directory);
        }
        return load(directory);
    }

    /**
     * Adds a new key to each file and uses it from then on. Older keys stay, so that older records can be decrypted and present patients
     * keep their pseudonyms.
     */
    public static void rotate(Path directory) {
        GatewayKeysets old = load(directory);
        try {
            write(directory.resolve(PSEUDONYMS), withNew(old.pseudonyms, "HMAC_SHA256_PRF"));
            write(directory.resolve(SEAL), withNew(old.seal, SEALING));
        } catch (IOException e) {
            throw new UncheckedIOException("keys: cannot be written in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: those in " + directory + " cannot be renewed", e);
        }
    }

    public PseudonymGenerator pseudonyms() {
        try {
            return new PseudonymGenerator(pseudonyms.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: no pseudonyms can be made with them", e);
        }
    }

    public IdentityCipher seal() {
        try {
            Aead common = seal.getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new IdentityCipher(common, patients, pseudonyms());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: nothing can be sealed with them", e);
        }
    }

    /** Returns the keys of single patients. */
    public PatientKeys patients() {
        return patients;
    }

    private static void register() throws GeneralSecurityException {
        PrfConfig.register();
        AeadConfig.register();
    }

    private static KeysetHandle withNew(KeysetHandle old, String template) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                KeyTemplates.get(template).toParameters())
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    static KeysetHandle readOrMake(Path file, String template) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        }
        KeysetHandle made = KeysetHandle.generateNew(KeyTemplates.get(template));
        write(file, made);
        return made;
    }

    private static void write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
