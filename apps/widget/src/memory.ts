/** What the browser remembers of a chat for one site; a browser that forbids it is asked nothing and loses nothing. */

export type Memory = {
  read(name: string): string | null;
  write(name: string, value: string | null): void;
};

export function memoryOf(site: string, storage: () => Storage = () => localStorage): Memory {
  const forThisPage = new Map<string, string>();
  return {
    read(name) {
      try {
        return storage().getItem(`trunkline.${site}.${name}`);
      } catch {
        return forThisPage.get(name) ?? null;
      }
    },
    write(name, value) {
      try {
        if (value === null) storage().removeItem(`trunkline.${site}.${name}`);
        else storage().setItem(`trunkline.${site}.${name}`, value);
      } catch {
        if (value === null) forThisPage.delete(name);
        else forThisPage.set(name, value);
      }
    },
  };
}
