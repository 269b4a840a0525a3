package org.vigie.modelserver.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.vigie.inference.bundle.BundleSigners;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerCard;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.VersionPolicy;

/**
 * Lists the bundles of a folder, {@code <name>/<version>/}: those that are served and those that were refused. Models are loaded and
 * unloaded while others serve requests; one load or unload runs at a time.
 */
public final class ModelRepository implements AutoCloseable {
    /** Orders versions by number: 2 before 10. */
    private static final Comparator<String> VERSIONS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Path folder;
    private final ModelServerConfig config;
    private final Optional<BundleSigners> signers;
    private final Map<String, NavigableMap<String, ServedModel>> models = new ConcurrentSkipListMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();

    /**
     * Holds a bundle of the folder.
     *
     * @param state READY or UNAVAILABLE
     * @param reason why it is not ready, or why a newer copy of that version was refused; else empty
     */
    public record RepositoryEntry(String name, String version, String state, String reason) {}

    private ModelRepository(Path folder, ModelServerConfig config) {
        this.folder = folder;
        this.config = config;
        this.signers = config.signers().map(BundleSigners::read);
    }

    /** @throws IllegalArgumentException when the folder does not exist */
    public static ModelRepository load(Path folder, ModelServerConfig config) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("models: no folder " + folder.toAbsolutePath());
        }
        ModelRepository repository = new ModelRepository(folder, config);
        BundleFolder.models(folder)
                .forEach(config.versions() == VersionPolicy.ALL ? repository::loadVersions : repository::loadNewest);
        repository.loadImputer();
        return repository;
    }

    /** Loads the imputer beside the models; without one, the windows keep their last values. */
    private void loadImputer() {
        if (config.imputer().isEmpty()) {
            return;
        }
        try {
            loadImputer(ImputationDirection.CAUSAL);
            if (config.imputerTwoSided()) {
                loadImputer(ImputationDirection.TWO_SIDED);
            }
        } catch (ModelException e) {
            refused.put(config.imputer(), e.getMessage());
        }
    }

    private void loadImputer(ImputationDirection direction) {
        ServedModel imputer = ServedModel.loadImputer(Path.of(config.imputer()), direction, config);
        models.computeIfAbsent(imputer.card().name(), name -> new ConcurrentSkipListMap<>(VERSIONS))
                .put(imputer.card().version(), imputer);
    }

    /**
     * Serves the present versions of the model's folder. New versions are added and a version with changed files replaces the old one. A
     * damaged version is refused and the old one stays. A version that was deleted from the folder is served until it is unloaded.
     *
     * @throws ServingException NOT_FOUND without such a folder; INVALID, with the reasons, when a version was refused
     */
    public synchronized void load(String name) {
        // Only names that the folder lists are accepted, so that no path leads out of it.
        if (!BundleFolder.models(folder).contains(name)) {
            throw new ServingException(ServingException.ServingErrorCode.NOT_FOUND, "no folder '" + name + "' to load");
        }
        List<String> reasons = loadVersions(name);
        if (!reasons.isEmpty()) {
            throw new ServingException(ServingException.ServingErrorCode.INVALID, String.join("; ", reasons));
        }
    }

    /**
     * Stops serving all versions of a model; requests in progress are completed.
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

    /** Lists every bundle of the folder, and every served one that is no longer in it. */
    public List<RepositoryEntry> index() {
        Stream<BundleFolder> there =
                BundleFolder.models(folder).stream().flatMap(model -> BundleFolder.ofModel(folder, model).stream());
        Stream<BundleFolder> served = served().stream()
                .map(model -> new BundleFolder(model.card().name(), model.card().version()));
        return Stream.concat(there, served)
                .distinct()
                .sorted(Comparator.comparing(BundleFolder::key))
                .map(this::entry)
                .toList();
    }

    /**
     * Finds a served model.
     *
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

    /** Returns why bundles are not served, by name and version. */
    public Map<String, String> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** Returns true when a model is served that gives scores. */
    public boolean isReady() {
        return models.keySet().stream().anyMatch(name -> !ImputerCard.NAMES.contains(name));
    }

    @Override
    public synchronized void close() {
        served().forEach(ServedModel::close);
    }

    /** Loads the newest version that is not refused. */
    private void loadNewest(String model) {
        var unused = BundleFolder.ofModel(folder, model).stream()
                .sorted(Comparator.comparing(BundleFolder::version, VERSIONS.reversed()))
                .anyMatch(bundle -> loadVersion(bundle).isEmpty());
    }

    /** Loads all versions and returns the reason of each refusal. */
    private List<String> loadVersions(String model) {
        return BundleFolder.ofModel(folder, model).stream()
                .flatMap(bundle -> loadVersion(bundle).stream())
                .toList();
    }

    private List<String> loadVersion(BundleFolder version) {
        try {
            ModelBundle bundle = ModelBundle.open(version.in(folder));
            signers.ifPresent(keys -> keys.check(bundle));
            String described = bundle.card().name() + "/" + bundle.card().version();
            if (!described.equals(version.key())) {
                return refuse(version.key(), "its card says " + described);
            }
            serve(bundle);
            refused.remove(version.key());
            return List.of();
        } catch (ModelException e) {
            return refuse(version.key(), e.getMessage());
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

    private RepositoryEntry entry(BundleFolder bundle) {
        boolean ready = versions(bundle.name()).contains(bundle.version());
        String reason = refused.getOrDefault(bundle.key(), ready ? "" : "unloaded");
        return new RepositoryEntry(bundle.name(), bundle.version(), ready ? "READY" : "UNAVAILABLE", reason);
    }
}
