export { type LoadedPlugIns, loadPlugIns } from './load-plug-ins.ts';
export { type NetworkFile, readNetworkFile } from './network-file.ts';
export { type OpenedPlugIns, openPlugIns, type PlugInFiles } from './open-plug-ins.ts';
