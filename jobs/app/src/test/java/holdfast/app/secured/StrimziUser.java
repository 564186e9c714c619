package holdfast.app.secured;

import holdfast.app.kafka.Brokers;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.monitoring.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A user of the Strimzi overlay.
 *
 * @param rights every one that the overlay gives, one operation each
 */
record StrimziUser(String name, List<Right> rights) {

    private static final Path FILE = Path.of("../../k8s/overlays/strimzi/users.yaml");

    /** One operation on one topic or group. */
    record Right(ResourceType type, String resource, PatternType pattern, AclOperation operation) {

        /** The same on a resource whose name begins with a prefix. */
        Right under(String prefix) {
            return new Right(type, prefix + resource, pattern, operation);
        }

        private AclBinding to(String user) {
            return new AclBinding(
                    new ResourcePattern(type, resource, pattern),
                    new AccessControlEntry(
                            "User:" + user, "*", operation, AclPermissionType.ALLOW));
        }

        @Override
        public String toString() {
            return operation + " on " + type + " " + resource;
        }
    }

    static StrimziUser named(String name) throws IOException {
        for (String document : Files.readString(FILE).split("\n---\n", -1)) {
            Tree user = Tree.read(document);
            if (user.text("metadata", "name").equals(name)) {
                List<Right> rights = new ArrayList<>();
                for (Tree acl : user.items("spec", "authorization", "acls")) {
                    for (Tree operation : acl.items("operations")) {
                        rights.add(right(acl.at("resource"), String.valueOf(operation.node())));
                    }
                }
                return new StrimziUser(name, List.copyOf(rights));
            }
        }
        throw new AssertionError("no user " + name + " in " + FILE);
    }

    private static Right right(Tree resource, String operation) {
        return new Right(
                ResourceType.fromString(resource.text("type")),
                resource.text("name"),
                PatternType.valueOf(resource.text("patternType").toUpperCase(Locale.ROOT)),
                AclOperation.fromString(operation));
    }

    /** Gives rights to a user of a broker. */
    static void grant(KafkaCluster broker, String user, List<Right> rights) {
        List<AclBinding> bindings = rights.stream().map(right -> right.to(user)).toList();
        Brokers.answer(broker, admin -> admin.createAcls(bindings).all().get());
    }
}
