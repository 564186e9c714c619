/** Playbooks by name or file, and the commands that show and check them. */
@NullMarked
package holdfast.app.playbook;

import org.jspecify.annotations.NullMarked;
