package org.vigie.modelserver.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.ModelServerConfig.VersionPolicy;

/**
 * The bundles of a folder, {@code <name>/<version>/}: those that are served and those that were refused. Models come and go while others
 * answer; one load or unload at a time.
 */
public final class ModelRepository implements AutoCloseable {
    /** 2 before 10. */
    private static final Comparator<String> VERSIONS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Path folder;
    private final ModelServerConfig config;
    private final Map<String, NavigableMap<String, ServedModel>> models = new ConcurrentSkipListMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();

    /**
     * A bundle of the folder.
     *
     * @param state READY or UNAVAILABLE
     * @param reason why it is not ready, or why a newer one of that version is not; else empty
     */
    public record RepositoryEntry(String name, String version, String state, String reason) {}

    private ModelRepository(Path folder, ModelServerConfig config) {
        this.folder = folder;
        this.config = config;
    }

    /** @throws IllegalArgumentException when there is no such folder */
    public static ModelRepository load(Path folder, ModelServerConfig config) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("models: no folder " + folder.toAbsolutePath());
        }
        ModelRepository repository = new ModelRepository(folder, config);
        folders(folder)
                .forEach(config.versions() == VersionPolicy.ALL ? repository::loadVersions : repository::loadNewest);
        return repository;
    }

    /**
     * Serves what the model's folder holds now: new versions come, a version whose files changed replaces the old one, a damaged one is
     * refused and the old one goes on. A version that is gone from the folder is still served, until it is unloaded.
     *
     * @throws ServingException NOT_FOUND without such a folder; INVALID, with the reasons, when a version was refused
     */
    public synchronized void load(String name) {
        // Only a name that the folder lists: no path can lead out of it.
        Path model = folders(folder).stream()
                .filter(one -> one.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServingException(
                        ServingException.ServingErrorCode.NOT_FOUND, "no folder '" + name + "' to load"));
        List<String> reasons = loadVersions(model);
        if (!reasons.isEmpty()) {
            throw new ServingException(ServingException.ServingErrorCode.INVALID, String.join("; ", reasons));
        }
    }

    /**
     * Serves no version of it any more; what it computes is answered.
     *
     * @throws ServingException NOT_FOUND when it is not served
     */
    public synchronized void unload(String name) {
        NavigableMap<String, ServedModel> versions = models.remove(name);
        if (versions == null) {
            throw new ServingException(ServingException.ServingErrorCode.NOT_FOUND, "no model '" + name + "'");
        }
        versions.values().forEach(ServedModel::close);
    }

    /** Every bundle of the folder, and those that are served still. */
    public List<RepositoryEntry> index() {
        Stream<String> there = folders(folder).stream()
                .flatMap(model -> folders(model).stream())
                .map(ModelRepository::key);
        Stream<String> served = served().stream()
                .map(model -> model.card().name() + "/" + model.card().version());
        return Stream.concat(there, served).distinct().sorted().map(this::entry).toList();
    }

    /**
     * @param version empty for the newest
     * @throws ServingException NOT_FOUND
     */
    public ServedModel find(String name, String version) {
        NavigableMap<String, ServedModel> versions = models.getOrDefault(name, Collections.emptyNavigableMap());
        if (versions.isEmpty()) {
            throw new ServingException(ServingException.ServingErrorCode.NOT_FOUND, "no model '" + name + "'");
        }
        ServedModel model = version.isEmpty() ? versions.lastEntry().getValue() : versions.get(version);
        if (model == null) {
            throw new ServingException(
                    ServingException.ServingErrorCode.NOT_FOUND,
                    "model '" + name + "' has no version '" + version + "'");
        }
        return model;
    }

    public List<String> versions(String name) {
        return List.copyOf(
                models.getOrDefault(name, Collections.emptyNavigableMap()).keySet());
    }

    public List<ServedModel> served() {
        return models.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Why a bundle is not served, by its name and version. */
    public Map<String, String> refused() {
        return Collections.unmodifiableMap(refused);
    }

    public boolean isReady() {
        return !models.isEmpty();
    }

    @Override
    public synchronized void close() {
        served().forEach(ServedModel::close);
    }

    /** The newest that is not refused. */
    private void loadNewest(Path model) {
        var unused = folders(model).stream()
                .sorted(Comparator.comparing(version -> version.getFileName().toString(), VERSIONS.reversed()))
                .anyMatch(version -> loadVersion(version).isEmpty());
    }

    /** Returns why each version that was refused was. */
    private List<String> loadVersions(Path model) {
        return folders(model).stream()
                .flatMap(version -> loadVersion(version).stream())
                .toList();
    }

    private List<String> loadVersion(Path version) {
        String key = key(version);
        try {
            ModelBundle bundle = ModelBundle.open(version);
            String said = bundle.card().name() + "/" + bundle.card().version();
            if (!said.equals(key)) {
                return refuse(key, "its card says " + said);
            }
            serve(bundle);
            refused.remove(key);
            return List.of();
        } catch (ModelException e) {
            return refuse(key, e.getMessage());
        }
    }

    private List<String> refuse(String key, String reason) {
        refused.put(key, reason);
        return List.of(key + ": " + reason);
    }

    private void serve(ModelBundle bundle) {
        NavigableMap<String, ServedModel> versions =
                models.getOrDefault(bundle.card().name(), new ConcurrentSkipListMap<>(VERSIONS));
        ServedModel before = versions.get(bundle.card().version());
        if (before != null && before.card().digest().equals(bundle.card().digest())) {
            return;
        }
        versions.put(bundle.card().version(), ServedModel.load(bundle, config));
        models.put(bundle.card().name(), versions);
        if (before != null) {
            before.close();
        }
    }

    private RepositoryEntry entry(String key) {
        String name = key.substring(0, key.indexOf('/'));
        String version = key.substring(key.indexOf('/') + 1);
        boolean ready = versions(name).contains(version);
        return new RepositoryEntry(
                name, version, ready ? "READY" : "UNAVAILABLE", refused.getOrDefault(key, ready ? "" : "unloaded"));
    }

    private static String key(Path version) {
        return version.getParent().getFileName() + "/" + version.getFileName();
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
