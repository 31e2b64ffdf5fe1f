
/** The styles of a part, once for all: fetched with it, and in place before it runs. */
const loading = new Map();
const styles = (name) => () => {
    if (!loading.has(name)) {
        const link = document.createElement('link');
        loading.set(name, new Promise((done, fail) => {
            Object.assign(link, { rel: 'stylesheet', href: name, onload: done, onerror: fail });
            document.head.append(link);
        }));
        loading.get(name).catch(() => { link.remove(); loading.delete(name); });
    }
    return loading.get(name);
};
