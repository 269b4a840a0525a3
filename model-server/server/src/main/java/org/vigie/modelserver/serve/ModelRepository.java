package org.vigie.modelserver.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.modelserver.ModelServerConfig;

/** The bundles of a folder, {@code <name>/<version>/}: those that are served and those that were refused. */
public final class ModelRepository implements AutoCloseable {
    /** 2 before 10. */
    private static final Comparator<String> VERSIONS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, NavigableMap<String, ServedModel>> models = new TreeMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    private ModelRepository() {}

    /** @throws IllegalArgumentException when there is no such folder */
    public static ModelRepository load(Path folder, ModelServerConfig config) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("models: no folder " + folder.toAbsolutePath());
        }
        ModelRepository repository = new ModelRepository();
        for (Path model : folders(folder)) {
            folders(model).forEach(version -> repository.load(model, version, config));
        }
        return repository;
    }

    /**
     * @param version empty for the newest
     * @throws ServingException NOT_FOUND
     */
    public ServedModel find(String name, String version) {
        NavigableMap<String, ServedModel> versions = models.getOrDefault(name, Collections.emptyNavigableMap());
        if (versions.isEmpty()) {
            throw new ServingException(ServingException.Code.NOT_FOUND, "no model '" + name + "'");
        }
        ServedModel model = version.isEmpty() ? versions.lastEntry().getValue() : versions.get(version);
        if (model == null) {
            throw new ServingException(
                    ServingException.Code.NOT_FOUND, "model '" + name + "' has no version '" + version + "'");
        }
        return model;
    }

    public List<String> versions(String name) {
        return List.copyOf(
                models.getOrDefault(name, Collections.emptyNavigableMap()).keySet());
    }

    public List<ServedModel> served() {
        return models.values().stream()
                .flatMap(versions -> versions.values().stream())
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
    public void close() {
        served().forEach(ServedModel::close);
    }

    private void load(Path model, Path version, ModelServerConfig config) {
        String name = model.getFileName() + "/" + version.getFileName();
        try {
            ModelBundle bundle = ModelBundle.open(version);
            String said = bundle.card().name() + "/" + bundle.card().version();
            if (!said.equals(name)) {
                refused.put(name, "its card says " + said);
                return;
            }
            ServedModel served = ServedModel.load(bundle, config);
            models.computeIfAbsent(bundle.card().name(), any -> new TreeMap<>(VERSIONS))
                    .put(bundle.card().version(), served);
        } catch (ModelException e) {
            refused.put(name, e.getMessage());
        }
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
